#include "render/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "audio/limiter.h"
#include "audio/loudness.h"
#include "audio/pcm_take.h"
#include "process/performer.h"
#include "render/calibration_store.h"
#include "render/measured_voices.h"

namespace aloud {
namespace {

using Speech16 = std::vector<std::int16_t>;

/// Between the sentences of a passage; most of it is gated away.
constexpr Frames kPause{kEngineRate.hertz * 35 / 100};

/// What is asked of a limiter beyond this is no longer speech.
constexpr double kMostGain = 30;

/// Each round leaves a small part of the error that limiting made in the one before.
constexpr int kRounds = 4;

/// Raised whenever calibrate() may give another gain for the same voice: another passage, another limiter.
constexpr int kCalibrationVersion = 1;

std::string key_for(const VoiceParameters& voice, const LoudnessTarget& target, const SynthesizerFactory& factory) {
  const std::string engine =
      voice.engine == EngineKind::espeak ? factory.version() : to_string(voice.engine) + (' ' + factory.version_of(voice));
  return fmt::format(
      "calibration {}\nengine {}\nvoice {}\nvariant {}\nrate {}\npitch {}\nrange {}\nvolume {}\nword_gap {}\nlufs {}\nceiling "
      "{}\n",
      kCalibrationVersion, engine, voice.engine_voice, voice.variant, voice.rate, voice.pitch, voice.range, voice.volume,
      voice.word_gap, *target.integrated_lufs, target.ceiling_dbtp);
}

std::vector<Speech16> speak_passage(VoiceParameters voice, const SynthesizerFactory& factory) {
  voice.level = {};
  PerformerOptions options;
  options.encoding = TakeEncoding::samples;
  std::vector<Speech16> takes;
  Performer performer(factory, options, [&](const Utterance&, const Take& take) {
    if (!take.failure) takes.push_back(samples_of(pcm_of_take(take.audio, AudioFormat::wav)));
  });
  const bool espeak = voice.engine == EngineKind::espeak;
  for (const std::string_view sentence :
       calibration_passage(espeak ? voice.engine_voice : traits_of(voice).language_of(voice))) {
    Utterance utterance;
    utterance.text.append_inserted(sentence);
    utterance.voice = voice;
    performer.submit(std::move(utterance));
  }
  performer.finish();
  return takes;
}

std::optional<double> loudness_at(const std::vector<Speech16>& takes, const Level& level) {
  LoudnessIntegrator integrator;
  Frames position;
  for (const Speech16& take : takes) {
    integrator.add(position, measure_loudness(with_level(take, level)));
    position += Frames{static_cast<std::int64_t>(take.size())} + kPause;
  }
  return integrator.finish(position).integrated_lufs;
}

}  // namespace

Level calibrate(const VoiceParameters& voice, const LoudnessTarget& target, const SynthesizerFactory& factory) {
  if (!target.integrated_lufs) return {};
  const std::vector<Speech16> takes = speak_passage(voice, factory);
  Level level{0, target.ceiling_dbtp};
  for (int round = 0; round < kRounds; ++round) {
    const std::optional<double> loudness = loudness_at(takes, round == 0 ? Level{} : level);
    if (!loudness) return {0, target.ceiling_dbtp};
    level.gain_db = std::clamp(level.gain_db + *target.integrated_lufs - *loudness, -kMostGain, kMostGain);
  }
  level.gain_db = std::round(level.gain_db * 100) / 100;
  return level;
}

Level level_for(const VoiceParameters& voice, const LoudnessTarget& target, const SynthesizerFactory& factory) {
  if (!target.integrated_lufs) return {};
  const bool espeak = voice.engine == EngineKind::espeak;
  if (const auto gain = espeak ? measured_gain_db(voice, target, factory.release()) : std::nullopt)
    return {*gain, target.ceiling_dbtp};
  const CalibrationStore store(default_calibration_directory());
  const std::string key = key_for(voice, target, factory);
  if (const std::optional<double> gain = store.find(key)) return {*gain, target.ceiling_dbtp};
  const Level level = calibrate(voice, target, factory);
  store.store(key, level.gain_db);
  return level;
}

}  // namespace aloud
