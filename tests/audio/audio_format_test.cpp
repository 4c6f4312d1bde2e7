#include "audio/audio_format.h"

#include <gtest/gtest.h>

#include <cmath>

#include "audio/audio_test_support.h"
#include "util/error.h"

namespace aloud {
namespace {

TEST(AudioFormat, IsKnownByExtensionInAnyCase) {
  EXPECT_EQ(format_of_extension("a/b.c/talk.WAV"), AudioFormat::wav);
  EXPECT_EQ(format_of_extension("talk.flac"), AudioFormat::flac);
  EXPECT_EQ(format_of_extension("talk.ogg"), AudioFormat::vorbis);
  EXPECT_EQ(format_of_extension("talk.Oga"), AudioFormat::vorbis);
  EXPECT_EQ(format_of_extension("talk.opus"), AudioFormat::opus);
  EXPECT_EQ(format_of_extension(".mp3"), AudioFormat::mp3);
  EXPECT_EQ(format_of_extension("talk.AIF"), AudioFormat::aiff);
  EXPECT_EQ(format_of_extension("talk.aiff"), AudioFormat::aiff);
  EXPECT_EQ(format_of_extension("talk.rf64"), AudioFormat::rf64);
  for (const char* path : {"", "wav", "talk", "talk.", "talk.wave", "talk.wav/x", "talk.wav ", "talk.mp3.txt"}) {
    EXPECT_EQ(format_of_extension(path), std::nullopt) << path;
  }
}

TEST(AudioFormat, IsKnownByName) {
  for (const AudioFormat format : all_formats()) {
    EXPECT_EQ(format_by_name(to_string(format)), format);
    EXPECT_EQ(format_of_extension(std::string("x") + extension_of(format)), format);
  }
  EXPECT_EQ(format_by_name("ogg"), AudioFormat::vorbis);
  EXPECT_EQ(format_by_name("WAV"), std::nullopt);
  EXPECT_EQ(format_by_name(""), std::nullopt);
}

TEST(AudioFormat, IsListedForMessages) { EXPECT_EQ(format_list(), "wav, flac, vorbis, opus, mp3, aiff, caf, au, w64 or rf64"); }

TEST(SampleFormat, IsKnownByName) {
  for (const auto format : {SampleFormat::pcm16, SampleFormat::pcm24, SampleFormat::float32})
    EXPECT_EQ(sample_format_by_name(to_string(format)), format);
  for (const char* name : {"", "8", "32", "pcm16", "Float", "16 "})
    EXPECT_EQ(sample_format_by_name(name), std::nullopt) << name;
}

TEST(SampleFormat, BelongsToPlainSamples) {
  std::string plain;
  for (const AudioFormat format : all_formats()) {
    if (!holds_plain_samples(format)) {
      EXPECT_EQ(take_format_of(format), format);
      continue;
    }
    EXPECT_EQ(take_format_of(format), AudioFormat::wav);
    plain += std::string(to_string(format)) + ' ';
  }
  EXPECT_EQ(plain, "wav aiff caf au w64 rf64 ");
}

std::string refusal(AudioFormat format, const Quality& quality) {
  try {
    validate_quality(format, quality);
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
}

TEST(Quality, OutOfRangeIsRefusedWithTheRange) {
  EXPECT_EQ(refusal(AudioFormat::vorbis, {.vorbis_quality = 1.01F}),
            "Vorbis quality 1.01 is out of range: allowed are -0.1 to 1");
  EXPECT_EQ(refusal(AudioFormat::vorbis, {.vorbis_quality = -0.2F}),
            "Vorbis quality -0.2 is out of range: allowed are -0.1 to 1");
  EXPECT_EQ(refusal(AudioFormat::vorbis, {.vorbis_quality = NAN}),
            "Vorbis quality not a number is out of range: allowed are -0.1 to 1");
  EXPECT_EQ(refusal(AudioFormat::opus, {.opus_bitrate = 32}),
            "Opus bit rate 32 is out of range: allowed are 6000 to 256000 bits a second");
  EXPECT_EQ(refusal(AudioFormat::flac, {.flac_compression = 9}),
            "FLAC compression level 9 is out of range: allowed are 0 (fast) to 8 (small)");
  EXPECT_EQ(refusal(AudioFormat::mp3, {.mp3_bitrate = 65}),
            "MP3 bit rate 65 is out of range: allowed are 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 kbit/s");
}

TEST(Quality, OfOtherFormatsIsNotLookedAt) {
  const Quality wrong{9.0F, 1, 99, 7, SampleFormat::pcm16};
  EXPECT_EQ(refusal(AudioFormat::wav, wrong), "");
  EXPECT_EQ(refusal(AudioFormat::flac, {.vorbis_quality = 9.0F}), "");
}

TEST(Quality, LimitsAreAccepted) {
  for (const float quality : {-0.1F, 0.0F, 1.0F}) EXPECT_EQ(refusal(AudioFormat::vorbis, {.vorbis_quality = quality}), "");
  for (const int bitrate : {6000, 256000}) EXPECT_EQ(refusal(AudioFormat::opus, {.opus_bitrate = bitrate}), "");
  for (const int level : {0, 8}) EXPECT_EQ(refusal(AudioFormat::flac, {.flac_compression = level}), "");
  for (const int bitrate : {8, 160}) EXPECT_EQ(refusal(AudioFormat::mp3, {.mp3_bitrate = bitrate}), "");
}

}  // namespace
}  // namespace aloud
