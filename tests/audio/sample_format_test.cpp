// Samples of 24 bit and float: what is in the files, to the bit, as our own arithmetic and as others see it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sndfile.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>

#include "audio/audio_test_support.h"
#include "audio/limiter.h"
#include "audio/pcm_take.h"
#include "audio/sndfile_writer.h"
#include "audio/take_record.h"
#include "util/error.h"

namespace aloud {
namespace {

const Level kLevel{-3.3, -6};

std::vector<AudioFormat> plain_formats() {
  std::vector<AudioFormat> formats;
  for (const AudioFormat format : all_formats()) {
    if (holds_plain_samples(format)) formats.push_back(format);
  }
  return formats;
}

class PlainFormat : public testing::TestWithParam<AudioFormat> {
 protected:
  // A file of one take, brought to its level, and a silence of 7 frames.
  std::string file(SampleFormat sample_format, const Samples& speech) const {
    Quality quality;
    quality.sample_format = sample_format;
    const auto encoder = make_take_encoder(GetParam(), quality);
    MemorySink sink;
    const auto writer = make_stream_writer(GetParam(), quality, {}, sink);
    writer->append(encoder->wants_unrounded() ? encoder->encode_unrounded(with_level_unrounded(speech, kLevel))
                                              : encoder->encode(with_level(speech, kLevel)));
    EXPECT_EQ(writer->append_silence(Frames{7}), Frames{7});
    EXPECT_EQ(writer->finish().count, static_cast<std::int64_t>(speech.size()) + 7);
    return directory_.save(std::string(to_string(sample_format)) + extension_of(GetParam()), sink.bytes());
  }

  ScratchDirectory directory_;
};

INSTANTIATE_TEST_SUITE_P(, PlainFormat, testing::ValuesIn(plain_formats()),
                         [](const auto& test) { return std::string(to_string(test.param)); });

// An odd number of frames: 24 bit then end on an odd byte, which some containers fill up.
const Samples kSpeech = babble(20002, 5);

TEST_P(PlainFormat, HoldsFloatsAsTheyCome) {
  const std::string path = file(SampleFormat::float32, kSpeech);
  std::vector<float> expected = with_level_unrounded(kSpeech, kLevel);
  expected.resize(expected.size() + 7);
  const std::string raw = run("ffmpeg -nostdin -v error -i '" + path + "' -f f32le -c:a pcm_f32le -").output;
  ASSERT_EQ(raw.size(), expected.size() * 4);
  EXPECT_EQ(raw.compare(0, raw.size(), reinterpret_cast<const char*>(expected.data()), raw.size()), 0);
}

TEST_P(PlainFormat, RoundsTo24Bit) {
  const std::string path = file(SampleFormat::pcm24, kSpeech);
  std::vector<float> signal = with_level_unrounded(kSpeech, kLevel);
  signal.resize(signal.size() + 7);
  const std::string raw = run("ffmpeg -nostdin -v error -i '" + path + "' -f s32le -c:a pcm_s32le - 2>&1").output;
  ASSERT_EQ(raw.size(), signal.size() * 4);
  const auto* decoded = reinterpret_cast<const std::int32_t*>(raw.data());
  for (std::size_t i = 0; i < signal.size(); ++i) {
    ASSERT_EQ(decoded[i] % 256, 0) << i;
    ASSERT_LE(std::abs(decoded[i] / 256.0 - signal[i] * 8388608.0), 0.5) << i;
  }
}

TEST_P(PlainFormat, Has16BitFromTheSameSignal) {
  Samples expected = with_level(kSpeech, kLevel);
  expected.resize(expected.size() + 7);
  EXPECT_EQ(decode_with_ffmpeg(file(SampleFormat::pcm16, kSpeech)), expected);
}

TEST_P(PlainFormat, NamesItsSamplesToOthers) {
  for (const auto& [format, bits] :
       {std::pair(SampleFormat::pcm16, "16"), {SampleFormat::pcm24, "24"}, {SampleFormat::float32, "32"}}) {
    const std::string path = file(format, kSpeech);
    if (GetParam() != AudioFormat::rf64 &&
        GetParam() !=
            AudioFormat::caf) {  // which this sox does not know or misreads; in AU it wants a longer header, and says so
      EXPECT_EQ(run("soxi -b '" + path + "' 2>/dev/null").output, std::string(bits) + "\n") << path;
      EXPECT_EQ(run("soxi -s '" + path + "' 2>/dev/null").output, "20009\n") << path;
    }
    SF_INFO info{};
    SNDFILE* const opened = sf_open(path.c_str(), SFM_READ, &info);
    ASSERT_NE(opened, nullptr) << path;
    sf_close(opened);
    EXPECT_EQ(info.frames, 20009) << path;
    EXPECT_EQ(info.format & SF_FORMAT_SUBMASK, format == SampleFormat::pcm16   ? SF_FORMAT_PCM_16
                                               : format == SampleFormat::pcm24 ? SF_FORMAT_PCM_24
                                                                               : SF_FORMAT_FLOAT);
  }
}

// A chunk of peaks would hold the second at which it was written.
TEST_P(PlainFormat, HoldsNoTimeOfDay) {
  for (const auto format : {SampleFormat::pcm16, SampleFormat::pcm24, SampleFormat::float32}) {
    std::ifstream in(file(format, kSpeech), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(bytes.find("PEAK"), std::string::npos);
    EXPECT_EQ(bytes.find("libsndfile"), std::string::npos);
  }
}

TEST_P(PlainFormat, RefusesTakesInOtherSamples) {
  Quality quality;
  quality.sample_format = SampleFormat::pcm24;
  const EncodedTake take = make_take_encoder(GetParam(), quality)->encode(Samples(100));
  MemorySink sink;
  EXPECT_THROW(make_stream_writer(GetParam(), {}, {}, sink)->append(take), Error);
  make_stream_writer(GetParam(), quality, {}, sink)->append(take);
}

TEST(SampleFormat, LoudnessIsThatOf16Bit) {
  const Samples speech = babble(30000, 2);
  const TakeLoudness expected = loudness_of_take(make_pcm_encoder(AudioFormat::wav)->encode(speech));
  for (const auto format : {SampleFormat::pcm24, SampleFormat::float32})
    EXPECT_EQ(loudness_of_take(make_pcm_encoder(AudioFormat::wav, format)->encode(speech)), expected);
}

TEST(SampleFormat, FloatMayPassFullScaleAnd24BitIsCutThere) {
  const std::vector<float> loud = {1.5F, -1.5F, 1, -1};
  const auto floats = make_pcm_encoder(AudioFormat::wav, SampleFormat::float32)->encode_unrounded(loud);
  const auto bytes = pcm_of_take(floats, AudioFormat::wav, SampleFormat::float32);
  EXPECT_EQ(std::memcmp(bytes.data(), loud.data(), 16), 0);
  const auto whole = make_pcm_encoder(AudioFormat::wav, SampleFormat::pcm24)->encode_unrounded(loud);
  const auto cut = pcm_of_take(whole, AudioFormat::wav, SampleFormat::pcm24);
  EXPECT_THAT(std::vector<int>({std::to_integer<int>(cut[2]), std::to_integer<int>(cut[5]), std::to_integer<int>(cut[8])}),
              testing::ElementsAre(0x7F, 0x80, 0x7F));
}

/// Holds nothing of what is written but its length.
class CountingSink : public ByteSink {
 public:
  void write(std::span<const std::byte> bytes) override { size_ += bytes.size(); }
  bool can_rewrite() const override { return true; }
  void rewrite(std::uint64_t, std::span<const std::byte>) override {}
  std::uint64_t size() const override { return size_; }

 private:
  std::uint64_t size_ = 0;
};

TEST(Aiff, IsRefusedBeyond4GiB) {
  CountingSink sink;
  const auto writer = make_sndfile_writer(AudioFormat::aiff, SampleFormat::float32, {}, sink);
  writer->append_silence(Frames{1000});
  try {
    writer->append_silence(Frames{std::int64_t{1} << 30});
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::output);
    EXPECT_STREQ(error.what(), "an AIFF file cannot hold more than 4 GiB: take caf, w64 or rf64");
  }
}

// libsndfile's first header of floats is longer than its last.
TEST(SndfileWriter, LeavesNothingOfAnEarlierHeader) {
  for (const auto format : {AudioFormat::aiff, AudioFormat::caf, AudioFormat::au, AudioFormat::w64}) {
    std::uint64_t empty = 0;
    for (const std::int64_t frames : {0, 1, 2, 100}) {
      MemorySink sink;
      const auto writer = make_sndfile_writer(format, SampleFormat::float32, {}, sink);
      writer->append_silence(Frames{frames});
      writer->finish();
      if (frames == 0) empty = sink.size();
      EXPECT_EQ(sink.size(), empty + static_cast<std::uint64_t>(frames) * 4) << to_string(format);
    }
  }
}

/// A disk that is full after some bytes.
class FullSink : public CountingSink {
 public:
  void write(std::span<const std::byte> bytes) override {
    if (size() + bytes.size() > 100000) throw Error(ErrorKind::output, "no room");
    CountingSink::write(bytes);
  }
};

TEST(SndfileWriter, TellsWhatTheSinkTold) {
  for (const auto format : {AudioFormat::aiff, AudioFormat::caf, AudioFormat::au, AudioFormat::w64}) {
    FullSink sink;
    const auto writer = make_sndfile_writer(format, SampleFormat::pcm16, {}, sink);
    try {
      writer->append_silence(Frames{100000});
      writer->finish();
      FAIL() << "written";
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), "no room");
    }
  }
}

}  // namespace
}  // namespace aloud
