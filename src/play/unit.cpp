#include "play/unit.h"

#include <algorithm>
#include <cmath>

#include "audio/pcm_take.h"

namespace aloud {

Unit unit_of(const Utterance& utterance, const Take& take, double speed) {
  Unit unit;
  unit.speed = speed;
  unit.failure = take.failure;
  unit.words = take.words;
  if (take.failure) return unit;
  const Frames pause = frames_of(utterance.pause_before, kEngineRate) - take.audio.speech_begin;
  unit.pause = Frames{std::max<std::int64_t>(0, std::llround(static_cast<double>(pause.count) / speed))};
  unit.speech = samples_of(pcm_of_take(take.audio, AudioFormat::wav));
  return unit;
}

std::optional<std::size_t> word_at(const Unit& unit, Frames at) {
  const auto after = std::upper_bound(unit.words.begin(), unit.words.end(), at - unit.pause,
                                      [](Frames time, const WordTime& word) { return time < word.begin; });
  if (after == unit.words.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - unit.words.begin()) - 1;
}

}  // namespace aloud
