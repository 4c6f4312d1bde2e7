// Recordings of any kind as clips: what becomes of their samples, and what is no clip.
#include "audio/clip.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cmath>
#include <numbers>

#include "audio/audio_test_support.h"
#include "audio/loudness.h"
#include "util/error.h"

namespace aloud {
namespace {

class ClipTest : public testing::Test {
 protected:
  std::string refusal(const std::string& path) const {
    try {
      load_clip(path);
      return "taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_EQ(error.place().path, path);
      return error.message();
    }
  }

  /// A file of NAME's format, made by sox from what `effects` says.
  std::string sox(const std::string& name, const std::string& options, const std::string& effects) const {
    const std::string path = directory_ / name;
    const CommandResult made = run("sox -n " + options + " '" + path + "' " + effects + " 2>&1");
    EXPECT_EQ(made.status, 0) << made.output;
    return path;
  }

  std::string floats(const std::string& name, const std::vector<float>& samples) const {
    Quality quality;
    quality.sample_format = SampleFormat::float32;
    MemorySink sink;
    const auto writer = make_stream_writer(AudioFormat::wav, quality, {}, sink);
    writer->append(make_take_encoder(AudioFormat::wav, quality)->encode_unrounded(samples));
    writer->finish();
    return directory_.save(name, sink.bytes());
  }

  ScratchDirectory directory_;
};

// What sounds when the level is applied.
Samples at_level(const Clip& clip, const LoudnessTarget& target) {
  return with_level(clip.samples, level_of_clip(clip, target));
}

LoudnessTarget target(const char* name) { return *loudness_target_by_name(name); }

TEST_F(ClipTest, WithoutATargetIsAsItWasRecorded) {
  const Samples recorded = chirp(30001, 5000);
  const Rendering file = render(AudioFormat::wav, {{recorded, Frames{0}}});
  const Clip clip = load_clip(directory_.save("jingle.wav", file.bytes));
  EXPECT_EQ(clip.name, "jingle.wav");
  EXPECT_EQ(clip.sha256.size(), 64U);
  EXPECT_EQ(clip.length(), Frames{30001});
  EXPECT_EQ(at_level(clip, target("none")), recorded);
}

TEST_F(ClipTest, IsReadInEveryFormat) {
  const Samples recorded = chirp(20000, 9000);
  for (const AudioFormat format : all_formats()) {
    const Rendering file = render(format, {{recorded, Frames{0}}});
    const Clip clip = load_clip(directory_.save(std::string("a") + extension_of(format), file.bytes));
    const Frames expected = rescale(file.frames, file.rate, kEngineRate);
    EXPECT_EQ(clip.length(), expected) << to_string(format);
    ASSERT_TRUE(clip.integrated_lufs) << to_string(format);
  }
}

TEST_F(ClipTest, ComesToTheTargetHoweverLoudItWas) {
  for (const char* gain : {"-50", "-20", "-3"}) {
    const std::string path = sox("a.wav", "-r 44100 -b 24", std::string("synth 3 pinknoise gain -n ") + gain);
    const Clip clip = load_clip(path);
    for (const char* name : {"podcast-mono", "ebu"}) {
      const Samples heard = at_level(clip, target(name));
      LoudnessIntegrator loudness;
      loudness.add(Frames{0}, measure_loudness(heard));
      const TrackLoudness track = loudness.finish(clip.length());
      EXPECT_NEAR(*track.integrated_lufs, *target(name).integrated_lufs, 0.3) << gain << ' ' << name;
      EXPECT_LE(20 * std::log10(track.true_peak), target(name).ceiling_dbtp + 0.01) << gain << ' ' << name;
    }
  }
}

// 16 bit of a recording 60 dB down would leave 6 of noise.
TEST_F(ClipTest, LosesNothingWhenItIsQuiet) {
  const Clip loud = load_clip(sox("loud.wav", "-r 22050 -e float -b 32", "synth 1 sine 440 gain -n -1"));
  const Clip quiet = load_clip(sox("quiet.wav", "-r 22050 -e float -b 32", "synth 1 sine 440 gain -n -61"));
  EXPECT_NEAR(loud.own_gain_db - quiet.own_gain_db, 60, 0.01);
  ASSERT_EQ(loud.samples.size(), quiet.samples.size());
  EXPECT_GT(signal_to_noise(loud.samples, quiet.samples), 80);
}

TEST_F(ClipTest, BeyondFullScaleIsNotCut) {
  std::vector<float> loud(22050);
  for (std::size_t i = 0; i < loud.size(); ++i) loud[i] = 3 * std::sin(static_cast<float>(i) * 0.125F);
  const Clip clip = load_clip(floats("a.wav", loud));
  EXPECT_NEAR(clip.own_gain_db, 20 * std::log10(3), 0.1);
  std::size_t at_the_top = 0;
  for (const std::int16_t sample : clip.samples) at_the_top += sample > 32700 ? 1 : 0;
  EXPECT_LT(at_the_top, clip.samples.size() / 20);  // a sine is there for 2 % of its time
}

TEST_F(ClipTest, MixesItsChannels) {
  // Left a tone, right the same upside down: nothing is left of it. Then right is silent: half of it is.
  const Clip nothing = load_clip(sox("a.wav", "-r 22050 -c 2", "synth 1 sine 500 remix 1 1i gain -6"));
  EXPECT_TRUE(std::all_of(nothing.samples.begin(), nothing.samples.end(), [](std::int16_t s) { return s == 0; }));
  EXPECT_FALSE(nothing.integrated_lufs);
  const Clip both = load_clip(sox("b.wav", "-r 22050 -c 2", "synth 1 sine 500 remix 1 1 gain -6"));
  const Clip one = load_clip(sox("c.wav", "-r 22050 -c 2", "synth 1 sine 500 remix 1 0 gain -6"));
  EXPECT_NEAR(both.own_gain_db - one.own_gain_db, 20 * std::log10(2), 0.01);
}

TEST_F(ClipTest, LastsAsLongAtEveryRate) {
  for (const std::int64_t rate : {8000, 11025, 22050, 44100, 48000, 96000}) {
    const Clip clip = load_clip(sox("a.wav", "-r " + std::to_string(rate), "synth 1 sine 300"));
    EXPECT_EQ(clip.length(), Frames{22050}) << rate;
  }
}

TEST_F(ClipTest, KeepsItsPitchWhenItIsResampled) {
  const Clip clip = load_clip(sox("a.wav", "-r 48000", "synth 1 sine 1000"));
  double in_phase = 0, quadrature = 0, power = 0;
  for (std::size_t i = 0; i < clip.samples.size(); ++i) {
    const double angle = 2 * std::numbers::pi * 1000 * static_cast<double>(i) / 22050;
    in_phase += clip.samples[i] * std::cos(angle);
    quadrature += clip.samples[i] * std::sin(angle);
    power += static_cast<double>(clip.samples[i]) * clip.samples[i];
  }
  const double tone = 2 * (in_phase * in_phase + quadrature * quadrature) / static_cast<double>(clip.samples.size());
  EXPECT_GT(tone / power, 0.999);
}

TEST_F(ClipTest, MayBeOneSampleLong) {
  const Rendering file = render(AudioFormat::wav, {{{12345}, Frames{0}}});
  const Clip clip = load_clip(directory_.save("a.wav", file.bytes));
  EXPECT_EQ(clip.length(), Frames{1});
  EXPECT_TRUE(clip.integrated_lufs);  // as if it were said again and again
}

TEST_F(ClipTest, WhatIsNoneIsRefusedByWhatItIs) {
  EXPECT_EQ(refusal(directory_ / "none.wav"), "cannot open: No such file or directory");
  EXPECT_EQ(refusal(directory_.path().string()), "is a directory, not a clip");
  EXPECT_EQ(refusal(directory_.put("empty.wav", "")), "is an empty file, not a clip");
  const std::string fifo = directory_ / "fifo";
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  EXPECT_EQ(refusal(fifo), "is a FIFO, not a clip");
  EXPECT_EQ(refusal("/dev/null"), "is a device, not a clip");
  EXPECT_TRUE(refusal(directory_.put("text.wav", "This is a text, and it sings no song.\n"))
                  .starts_with("libsndfile cannot read it: "));
  EXPECT_TRUE(refusal(directory_.put("cut.wav", "RIFF\x10")).starts_with("libsndfile cannot read it: "));
  const Rendering nothing = render(AudioFormat::wav, {});
  EXPECT_EQ(refusal(directory_.save("nothing.wav", nothing.bytes)), "holds no audio: it is 0 frames long");
}

TEST_F(ClipTest, MayLastFiveMinutes) {
  EXPECT_EQ(refusal(sox("long.flac", "-r 8000", "trim 0 3600")), "lasts 1:00:00: a clip may last 5:00");
  const std::string large = directory_.put("large.wav", "RIFF");
  std::filesystem::resize_file(large, (std::size_t{256} << 20) + 1);
  EXPECT_EQ(refusal(large), "is too large to be a clip (over 256 MiB)");
  EXPECT_EQ(refusal(sox("longer.wav", "-r 8000 -b 8", "trim 0 301")), "lasts 5:01: a clip may last 5:00");
  EXPECT_EQ(refusal(sox("right.wav", "-r 8000 -b 8", "trim 0 300")), "taken");
}

TEST_F(ClipTest, NeedsARateThatCanBeHeard) {
  EXPECT_EQ(refusal(sox("low.wav", "-r 1000", "synth 1 sine 100")),
            "has a sample rate of 1000 Hz: clips may have 4000 to 768000");
}

TEST_F(ClipTest, WithoutNumbersIsNone) {
  EXPECT_EQ(refusal(floats("nan.wav", {0, NAN, 0})), "holds samples that are no numbers");
}

}  // namespace
}  // namespace aloud
