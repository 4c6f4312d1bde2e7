#include "audio/flac_codec.h"

#include <FLAC/stream_encoder.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audio/audio_test_support.h"
#include "audio/flac_frame.h"

namespace aloud {
namespace {

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }

TEST(FlacFrame, HasTheUsualChecksums) {
  // The check values of CRC-8/SMBUS and CRC-16/UMTS, which have FLAC's parameters.
  EXPECT_EQ(flac_crc8(bytes_of("123456789")), 0xF4);
  EXPECT_EQ(flac_crc16(bytes_of("123456789")), 0xFEE8);
  EXPECT_EQ(flac_crc16({}), 0);
}

TEST(FlacFrame, KeepsTheBodyApartFromTheHeader) {
  const auto body = bytes_of("some body");
  for (const std::int64_t block_size : {16, 1152, 4096, 4080}) {
    for (int bits = 0; bits < 36; ++bits) {
      for (const std::int64_t first : {(std::int64_t{1} << bits) - 1, std::int64_t{1} << bits}) {
        const auto frame = flac_frame(first, block_size, body);
        const auto found = flac_frame_body(frame);
        EXPECT_TRUE(std::equal(found.begin(), found.end(), body.begin(), body.end())) << first << " " << block_size;
        EXPECT_EQ(flac_crc16(frame), 0);  // of a message and its own checksum
      }
    }
  }
}

TEST(FlacFrame, CodesTheSampleNumberLikeUtf8) {
  const auto number = [](std::int64_t first) {
    const auto frame = flac_frame(first, 4096, {});
    std::string hex;
    for (std::size_t i = 4; i + 3 < frame.size(); ++i) {
      constexpr const char* kDigits = "0123456789ABCDEF";
      hex += kDigits[std::to_integer<unsigned>(frame[i]) >> 4];
      hex += kDigits[std::to_integer<unsigned>(frame[i]) & 15U];
    }
    return hex;
  };
  EXPECT_EQ(number(0x7F), "7F");
  EXPECT_EQ(number(0x80), "C280");
  EXPECT_EQ(number(0x20AC), "E282AC");
  EXPECT_EQ(number(0x7FFFFFFF), "FDBFBFBFBFBF");
  EXPECT_EQ(number(0x80000000),
            "FE8280808080"
            "80");
  EXPECT_EQ(number(0xFFFFFFFFF),
            "FEBFBFBFBFBF"
            "BF");
}

class FlacLevel : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(, FlacLevel, testing::Values(0, 1, 2, 5, 8), testing::PrintToStringParamName());

TEST_P(FlacLevel, PassesFlacsOwnTest) {
  const Rendering file = render(AudioFormat::flac, sample_pieces(4), {.flac_compression = GetParam()});
  ScratchDirectory directory;
  const std::string path = directory.save("a.flac", file.bytes);
  const CommandResult result = run("flac --test --warnings-as-errors --silent '" + path + "'");
  EXPECT_EQ(result.status, 0) << result.output;
  EXPECT_EQ(result.output, "");  // nothing about a missing MD5 sum either
  EXPECT_EQ(samples_from(run("flac -dcs --force-raw-format --endian=little --sign=signed '" + path + "'").output),
            file.expected);
}

TEST(Flac, StreamInfoTellsTheTruth) {
  const Rendering file = render(AudioFormat::flac, {{babble(9000), Frames{100}}, {babble(4096), Frames{5000}}});
  ScratchDirectory directory;
  const std::string path = directory.save("a.flac", file.bytes);
  const auto show = [&](const std::string& what) { return run("metaflac --show-" + what + " '" + path + "'").output; };
  EXPECT_EQ(show("total-samples"), std::to_string(file.frames.count) + "\n");
  EXPECT_EQ(show("min-blocksize"), "112\n");
  EXPECT_EQ(show("max-blocksize"), "4096\n");
  EXPECT_EQ(show("min-framesize"), "13\n");  // a frame of silence late in the file: 4 + 3 + 1 or 2 + 1 + 3 + 2 bytes
  EXPECT_EQ(show("sample-rate") + show("channels") + show("bps"), "22050\n1\n16\n");
}

TEST(Flac, SeeksToTheSample) {
  const Rendering file = render(AudioFormat::flac, sample_pieces(4));
  ScratchDirectory directory;
  const std::string path = directory.save("a.flac", file.bytes);
  for (const std::int64_t at : {1, 4095, 22222, 60001}) {
    const auto decoded = samples_from(
        run("flac -dcs --force-raw-format --endian=little --sign=signed --skip=" + std::to_string(at) + " '" + path + "'")
            .output);
    EXPECT_EQ(decoded, Samples(file.expected.begin() + at, file.expected.end())) << at;
  }
}

TEST(Flac, IsHardlyLargerThanOneEncodingOfAll) {
  const Rendering file = render(AudioFormat::flac, sample_pieces(8));
  const Rendering whole = render(AudioFormat::flac, {{file.expected, Frames{0}}});
  EXPECT_LT(static_cast<double>(file.bytes.size()), 1.005 * static_cast<double>(whole.bytes.size()));
}

}  // namespace
}  // namespace aloud
