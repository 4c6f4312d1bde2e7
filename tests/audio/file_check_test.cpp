// Finished files, opened again: what is whole passes in every format, and what is damaged does not.
#include "audio/file_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audio/audio_test_support.h"
#include "util/error.h"

namespace aloud {
namespace {

class FileCheck : public testing::TestWithParam<AudioFormat> {
 protected:
  static std::string verdict(std::span<const std::byte> bytes, Frames frames, SampleRate rate) {
    try {
      check_file(MemorySource(bytes), GetParam(), frames, rate);
      return "whole";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::output);
      return error.message();
    }
  }

  static std::string verdict(const Rendering& file) { return verdict(file.bytes, file.frames, file.rate); }
};

INSTANTIATE_TEST_SUITE_P(, FileCheck, testing::ValuesIn(all_formats()),
                         [](const auto& test) { return std::string(to_string(test.param)); });

TEST_P(FileCheck, PassesWhatWasWritten) {
  ASSERT_TRUE(can_check(GetParam()));
  for (const std::size_t takes : {1U, 2U, 9U}) EXPECT_EQ(verdict(render(GetParam(), sample_pieces(takes))), "whole") << takes;
  for (const std::int64_t silence : {1, 100, 30000})
    EXPECT_EQ(verdict(render(GetParam(), {{{}, Frames{silence}}})), "whole") << silence;
  for (std::size_t length = 1; length < 5000; length = length * 2 + 1)
    EXPECT_EQ(verdict(render(GetParam(), {{babble(length), Frames{0}}})), "whole") << length;
}

TEST_P(FileCheck, PassesEveryQuality) {
  std::vector<Quality> qualities(1);
  for (const float quality : {-0.1F, 0.0F, 1.0F}) qualities.emplace_back().vorbis_quality = quality;
  for (const int bitrate : {6000, 64000, 256000}) qualities.emplace_back().opus_bitrate = bitrate;
  for (const int bitrate : kMp3Bitrates) qualities.emplace_back().mp3_bitrate = bitrate;
  for (const auto format : {SampleFormat::pcm24, SampleFormat::float32}) qualities.emplace_back().sample_format = format;
  for (const Quality& quality : qualities) EXPECT_EQ(verdict(render(GetParam(), sample_pieces(2), quality)), "whole");
}

TEST_P(FileCheck, PassesAFileOfNoLength) { EXPECT_EQ(verdict({}, Frames{0}, kEngineRate), "whole"); }

TEST_P(FileCheck, RefusesAnotherLength) {
  const Rendering file = render(GetParam(), sample_pieces(2));
  for (const std::int64_t off : {-1, 1, 1000}) {
    EXPECT_THAT(verdict(file.bytes, file.frames + Frames{off}, file.rate),
                testing::StartsWith("the finished file is not what was written: it holds " + std::to_string(file.frames.count) +
                                    " frames at " + std::to_string(file.rate.hertz) + " Hz, and "));
  }
}

TEST_P(FileCheck, RefusesAnotherRate) {
  const Rendering file = render(GetParam(), sample_pieces(1));
  EXPECT_THAT(verdict(file.bytes, file.frames, {44100}), testing::HasSubstr("at 44100 Hz were written"));
}

TEST_P(FileCheck, RefusesAFileThatIsCut) {
  const Rendering file = render(GetParam(), sample_pieces(3));
  const std::span<const std::byte> bytes(file.bytes);
  // Frames of MP3 that are missing at the very end may be padding alone.
  const std::vector<std::size_t> lost = {bytes.size(), bytes.size() - 20, bytes.size() / 2, bytes.size() / 10, 1500};
  for (const std::size_t count : lost)
    EXPECT_NE(verdict(bytes.first(bytes.size() - count), file.frames, file.rate), "whole") << count << " bytes are missing";
}

TEST_P(FileCheck, RefusesAFileWithoutItsBeginning) {
  Rendering file = render(GetParam(), sample_pieces(1));
  std::fill_n(file.bytes.begin(), 200, std::byte{0});
  EXPECT_NE(verdict(file), "whole");
}

}  // namespace
}  // namespace aloud
