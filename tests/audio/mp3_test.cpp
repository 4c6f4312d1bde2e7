#include "audio/mp3_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audio/audio_test_support.h"
#include "audio/mp3_info_frame.h"

namespace aloud {
namespace {

class Mp3Bitrate : public testing::TestWithParam<int> {
 protected:
  Quality quality() const { return {.mp3_bitrate = GetParam()}; }
  ScratchDirectory directory_;
};
INSTANTIATE_TEST_SUITE_P(, Mp3Bitrate, testing::Values(8, 16, 32, 48, 56, 64, 128, 160), testing::PrintToStringParamName());

TEST_P(Mp3Bitrate, IsGapless) {
  const Rendering file = render(AudioFormat::mp3, sample_pieces(3), quality());
  const std::string path = directory_.save("a.mp3", file.bytes);
  EXPECT_EQ(static_cast<std::int64_t>(decode_with_ffmpeg(path).size()), file.frames.count);
  const std::string shown =
      run("ffprobe -v warning -of csv=p=0 -show_entries stream=codec_name,sample_rate,channels '" + path + "'").output;
  EXPECT_EQ(shown, "mp3,22050,1\n");
}

TEST(Mp3, StaysInTime) {
  const Rendering file = render(AudioFormat::mp3, sample_pieces(3), {.mp3_bitrate = 160});
  ScratchDirectory directory;
  EXPECT_GT(signal_to_noise(file.expected, decode_with_ffmpeg(directory.save("a.mp3", file.bytes))), 20);
}

TEST(Mp3, DoesNotDependOnWhereTakesEnd) {
  const Samples speech = babble(30000);
  const Samples first(speech.begin(), speech.begin() + 12345), second(speech.begin() + 12345, speech.end());
  EXPECT_EQ(render(AudioFormat::mp3, {{speech, Frames{100}}}).bytes,
            render(AudioFormat::mp3, {{first, Frames{0}}, {second, Frames{60}}, {{}, Frames{40}}}).bytes);
}

TEST(Mp3, HasTheBitRateThroughout) {
  const Rendering file = render(AudioFormat::mp3, sample_pieces(3), {.mp3_bitrate = 64});
  std::size_t at = 0, frames = 0;
  while (at + 4 <= file.bytes.size()) {
    ASSERT_EQ(std::to_integer<unsigned>(file.bytes[at]) << 8 | (std::to_integer<unsigned>(file.bytes[at + 1]) & 0xFEU),
              0xFFF2U);
    ASSERT_EQ(std::to_integer<unsigned>(file.bytes[at + 2]) >> 4, 8U);
    at += 208 + (std::to_integer<unsigned>(file.bytes[at + 2]) >> 1 & 1U);
    ++frames;
  }
  EXPECT_EQ(at, file.bytes.size());
  EXPECT_EQ(frames, 1 + (static_cast<std::size_t>(file.frames.count) + 576 + 575 + 576) / 576);
}

TEST(Mp3InfoFrame, HasTheSameSizeWithAndWithoutTotals) {
  for (const int bitrate : {8, 56, 64, 160}) {
    Mp3InfoFrame info{.bitrate = bitrate, .delay = 576, .lowpass = 10000, .totals = std::nullopt};
    const auto without = mp3_info_frame(info);
    info.totals = Mp3Totals{100, 20000, 0x1234, 800};
    EXPECT_EQ(mp3_info_frame(info).size(), without.size());
    EXPECT_EQ(without.size(), static_cast<std::size_t>(72000 * std::max(bitrate, 56) / 22050));
  }
}

TEST(Mp3InfoFrame, HasTheUsualChecksum) {
  const std::string_view digits = "123456789";
  EXPECT_EQ(mp3_crc16(std::as_bytes(std::span(digits.data(), digits.size()))), 0xBB3D);  // CRC-16/ARC's check value
}

}  // namespace
}  // namespace aloud
