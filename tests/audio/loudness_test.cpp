#include "audio/loudness.h"

#include <ebur128.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "audio/audio_test_support.h"
#include "audio/decibels.h"
#include "audio/loudness_target.h"
#include "audio/take_record.h"

namespace aloud {
namespace {

struct Judged {
  double integrated_lufs = 0;
  double true_peak_dbtp = 0;
};

/// What libebur128 says.
Judged judge(const Samples& samples) {
  ebur128_state* state =
      ebur128_init(1, static_cast<unsigned long>(kEngineRate.hertz), EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  ebur128_add_frames_short(state, samples.data(), samples.size());
  Judged judged;
  double peak = 0;
  ebur128_loudness_global(state, &judged.integrated_lufs);
  ebur128_true_peak(state, 0, &peak);
  judged.true_peak_dbtp = decibels_of(peak);
  ebur128_destroy(&state);
  return judged;
}

TrackLoudness measure(const Samples& samples) {
  LoudnessIntegrator integrator;
  integrator.add(Frames{0}, measure_loudness(samples));
  return integrator.finish(Frames{static_cast<std::int64_t>(samples.size())});
}

Samples tone(std::size_t length, double amplitude, double hertz) {
  Samples samples(length);
  for (std::size_t i = 0; i < length; ++i) {
    const double angle = 2 * std::numbers::pi * hertz / 22050 * static_cast<double>(i);
    samples[i] = static_cast<std::int16_t>(std::lround(amplitude * std::sin(angle)));
  }
  return samples;
}

TEST(Loudness, OfAToneIsTheOneThatTheStandardGives) {
  // BS.1770-4: a 997 Hz sine at full scale in one channel reads -3.01 LKFS.
  EXPECT_NEAR(measure(tone(22050 * 3, 32767, 997)).integrated_lufs.value(), -3.01, 0.03);
  EXPECT_NEAR(measure(tone(22050 * 3, 3276.7, 997)).integrated_lufs.value(), -23.01, 0.03);
}

TEST(Loudness, OfSilenceDcAndShortSoundsIsNone) {
  EXPECT_EQ(measure(Samples(22050 * 2)), (TrackLoudness{std::nullopt, 0}));
  EXPECT_EQ(measure({}), (TrackLoudness{std::nullopt, 0}));
  EXPECT_FALSE(measure(tone(22050 / 3, 20000, 997)).integrated_lufs);
  const Samples soft(22050 * 3, 10);  // the filter lets its start through alone
  EXPECT_FALSE(measure(soft).integrated_lufs);
}

TEST(Loudness, AgreesWithLibebur128) {
  const std::vector<Samples> signals = {babble(22050 * 9, 1), babble(22050 * 5, 2), chirp(22050 * 4), tone(22050 * 2, 900, 60),
                                        tone(22050 * 2, 900, 9000)};
  for (const Samples& signal : signals) {
    const TrackLoudness ours = measure(signal);
    const Judged judged = judge(signal);
    EXPECT_NEAR(ours.integrated_lufs.value(), judged.integrated_lufs, 0.05);
    // libebur128 looks at four points a sample, and may so read up to 0.69 dB low (BS.1770-4, Annex 2); ours at eight.
    EXPECT_GT(decibels_of(ours.true_peak), judged.true_peak_dbtp - 0.1);
    EXPECT_LT(decibels_of(ours.true_peak), judged.true_peak_dbtp + 0.69);
  }
}

TEST(Loudness, OfAFileFollowsFromItsTakesWhereverTheyLie) {
  Samples file;
  LoudnessIntegrator integrator;
  for (std::uint32_t i = 0; i < 12; ++i) {
    file.resize(file.size() + 1000 + 3333 * (i % 4));
    Samples take = babble(20000 + 7001 * (i % 3), i);
    for (std::int16_t& sample : take)
      sample = static_cast<std::int16_t>(sample / static_cast<int>(i % 5 + 1));  // so that the gate has work
    integrator.add(Frames{static_cast<std::int64_t>(file.size())}, measure_loudness(take));
    file.insert(file.end(), take.begin(), take.end());
  }
  file.resize(file.size() + 11025);
  const TrackLoudness ours = integrator.finish(Frames{static_cast<std::int64_t>(file.size())});
  EXPECT_NEAR(ours.integrated_lufs.value(), judge(file).integrated_lufs, 0.1);
}

TEST(Loudness, TravelsInTheRecordOfATake) {
  const Samples speech = babble(30001);
  for (const AudioFormat format :
       {AudioFormat::wav, AudioFormat::flac, AudioFormat::vorbis, AudioFormat::opus, AudioFormat::mp3}) {
    const EncodedTake take = make_take_encoder(format, {})->encode(speech);
    EXPECT_EQ(loudness_of_take(take), measure_loudness(speech)) << to_string(format);
    EncodedTake cut = take;
    cut.bytes.resize(cut.bytes.size() / 2);
    loudness_of_take(cut);  // never past the end
  }
  EXPECT_EQ(loudness_of_take({}), TakeLoudness{});
  EXPECT_EQ(loudness_of_take({{}, {}, {}, std::vector<std::byte>(100)}), TakeLoudness{});
}

TEST(LoudnessTarget, HasNamesAndNumbers) {
  EXPECT_EQ(loudness_target_by_name("podcast-mono"), LoudnessTarget{});
  EXPECT_EQ(loudness_target_by_name("ebu")->integrated_lufs, -23);
  EXPECT_FALSE(loudness_target_by_name("none")->integrated_lufs);
  EXPECT_EQ(loudness_target_by_name("-18.5")->integrated_lufs, -18.5);
  for (const char* wrong : {"", "loud", "-9", "-41", "nan", "-18x", "1e1", "--18", "-inf", " -18"})
    EXPECT_FALSE(loudness_target_by_name(wrong)) << wrong;
  EXPECT_EQ(loudness_objection("podcast-mon"),
            "must be podcast-mono, podcast-stereo, ebu, acx, none or a number from -40 to -10 (LUFS) (did you mean "
            "\"podcast-mono\"?)");
}

/// A file whose loudness is filled in, and what the tools read from it.
std::string tags_of(AudioFormat format, const std::string& command) {
  const ScratchDirectory scratch;
  MemorySink sink;
  Tags tags;
  tags.title = "Tides";
  tags.loudness = TrackLoudness{};
  const auto writer = make_stream_writer(format, {}, tags, sink);
  writer->append(make_take_encoder(format, {})->encode(babble(22050)));
  writer->append_silence(Frames{4410});
  writer->set_loudness({-19.25, 0.75});
  writer->finish();
  const std::string path = scratch.save(std::string("tags") + extension_of(format), sink.bytes());
  EXPECT_EQ(decode_with_ffmpeg(path).empty(), false);  // and ffmpeg has nothing to say about it
  return run(command + ' ' + path).output;
}

TEST(LoudnessTags, AreReadBackByOthers) {
  const std::string probe = "ffprobe -v warning -show_entries format_tags:stream_tags";
  EXPECT_NE(tags_of(AudioFormat::flac, "metaflac --list").find("REPLAYGAIN_TRACK_GAIN=+01.25 dB"), std::string::npos);
  EXPECT_NE(tags_of(AudioFormat::vorbis, "ogginfo").find("REPLAYGAIN_TRACK_PEAK=0.750000"), std::string::npos);
  EXPECT_NE(tags_of(AudioFormat::vorbis, "ogginfo").find("REPLAYGAIN_TRACK_GAIN=+01.25 dB"), std::string::npos);
  EXPECT_NE(tags_of(AudioFormat::opus, "opusinfo").find("R128_TRACK_GAIN=-00960"), std::string::npos);  // (-23 + 19.25) * 256
  EXPECT_NE(tags_of(AudioFormat::mp3, probe).find("REPLAYGAIN_TRACK_GAIN=+01.25 dB"), std::string::npos);
  EXPECT_EQ(tags_of(AudioFormat::wav, probe).find("REPLAYGAIN"), std::string::npos);
}

TEST(LoudnessTags, AreLeftOutWhereTheyCannotBeFilledIn) {
  for (const AudioFormat format : {AudioFormat::flac, AudioFormat::vorbis, AudioFormat::opus, AudioFormat::mp3}) {
    MemorySink pipe(MemorySink::Kind::pipe);
    Tags tags;
    tags.loudness = TrackLoudness{};
    const auto writer = make_stream_writer(format, {}, tags, pipe);
    writer->set_loudness({-19.25, 0.75});
    writer->finish();
    EXPECT_EQ(pipe.text().find("TRACK_GAIN"), std::string::npos) << to_string(format);
  }
}

}  // namespace
}  // namespace aloud
