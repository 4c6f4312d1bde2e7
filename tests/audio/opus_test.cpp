#include "audio/opus_codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audio/audio_test_support.h"

namespace aloud {
namespace {

class OpusBitrate : public testing::TestWithParam<int> {
 protected:
  Quality quality() const { return {.opus_bitrate = GetParam()}; }
  ScratchDirectory directory_;
};
INSTANTIATE_TEST_SUITE_P(, OpusBitrate, testing::Values(6000, 12000, 16000, 24000, 32000, 64000, 128000, 256000),
                         testing::PrintToStringParamName());

TEST_P(OpusBitrate, PassesTheJudgesOfOgg) {
  const Rendering file = render(AudioFormat::opus, sample_pieces(4), quality());
  const std::string path = directory_.save("a.opus", file.bytes);
  EXPECT_THAT(expect_sound_ogg(path, "opusinfo"), testing::HasSubstr("Pre-skip: 312"));
  EXPECT_EQ(static_cast<std::int64_t>(decode_with_ffmpeg(path).size()), file.frames.count);
}

/// Decoded at 48 kHz against the resampled original, both as the file's own writer sees them.
double quality_of(const std::string& path, const Samples& expected, std::int64_t shift, const ScratchDirectory& directory) {
  const Rendering wav = render(AudioFormat::wav, {{expected, Frames{0}}});
  const std::string original = directory.save("original.wav", wav.bytes);
  const Samples reference = samples_from(
      run("ffmpeg -nostdin -v error -i '" + original + "' -ar 48000 -af aresample=resampler=soxr -f s16le -").output);
  const Samples decoded = decode_with_ffmpeg(path);
  const auto offset = static_cast<std::size_t>(shift);
  return signal_to_noise(std::span(reference).first(std::min(reference.size(), decoded.size() - offset)),
                         std::span(decoded).subspan(offset));
}

TEST_P(OpusBitrate, SoundsLikeOneEncodingOfAll) {
  const Rendering file = render(AudioFormat::opus, sample_pieces(), quality());
  const Rendering whole = render(AudioFormat::opus, {{file.expected, Frames{0}}}, quality());
  const double joined = quality_of(directory_.save("a.opus", file.bytes), file.expected, 0, directory_);
  const double serial = quality_of(directory_.save("b.opus", whole.bytes), file.expected, kOpusPacketFrames, directory_);
  RecordProperty("serial", std::to_string(serial));
  RecordProperty("joined", std::to_string(joined));
  EXPECT_GE(joined, serial - 0.1);
}

TEST_P(OpusBitrate, IsSilentBetweenTakes) {
  const Rendering file =
      render(AudioFormat::opus, {{babble(20000, 1), Frames{22050}}, {babble(20000, 2), Frames{22050}}}, quality());
  const Samples decoded = decode_with_ffmpeg(directory_.save("a.opus", file.bytes));
  const auto border = static_cast<std::size_t>(rescale(file.take_begin[1], kEngineRate, kOpusRate).count);
  for (std::size_t i = border - 40000; i < border + 400; ++i) ASSERT_LE(std::abs(decoded[i]), 2) << i << " of " << border;
}

TEST(Opus, KeepsTakesApart) {
  // The same take sounds the same after whatever came before it.
  const Samples speech = babble(15000, 5);
  const Rendering alone = render(AudioFormat::opus, {{speech, Frames{0}}});
  const Rendering after = render(AudioFormat::opus, {{chirp(30000, 30000), Frames{0}}, {speech, Frames{0}}});
  ScratchDirectory directory;
  const Samples one = decode_with_ffmpeg(directory.save("a.opus", alone.bytes));
  const Samples two = decode_with_ffmpeg(directory.save("b.opus", after.bytes));
  const auto border = static_cast<std::size_t>(rescale(after.take_begin[1], kEngineRate, kOpusRate).count);
  ASSERT_EQ(two.size(), border + one.size());
  int worst = 0;
  for (std::size_t i = 0; i < one.size(); ++i) worst = std::max(worst, std::abs(one[i] - two[border + i]));
  EXPECT_LE(worst, 5);
}

TEST(Opus, EndsEachTakeOnTheGridAfterTheLeadOut) {
  for (const std::size_t length : std::vector<std::size_t>{0, 1, 440, 441, 442, 5000}) {
    const EncodedTake take = make_opus_encoder({})->encode(babble(length));
    EXPECT_EQ(take.speech_begin, Frames{441});
    EXPECT_EQ(take.length, round_up(take.speech_end + Frames{2205}, Frames{441}));
  }
}

}  // namespace
}  // namespace aloud
