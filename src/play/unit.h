#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audio/units.h"
#include "process/performer.h"

namespace aloud {

/// An utterance as it is heard: the silence before it, then its speech. Mono at kEngineRate.
struct Unit {
  Frames pause;
  std::vector<std::int16_t> speech;
  std::vector<WordTime> words;  ///< in frames from the start of `speech`
  double speed = 1;             ///< how much faster it was spoken than the voice says; the pause is shorter by as much
  std::optional<std::string> failure;

  Frames length() const { return pause + Frames{static_cast<std::int64_t>(speech.size())}; }
};

/// The take of an utterance, as render would lay it. Requires: `take` was made in the format wav, at `speed`.
/// A take that failed is a unit of no length: render makes no pause for what is not heard.
Unit unit_of(const Utterance& utterance, const Take& take, double speed);

/// The word that is heard at a place in a unit (frames from its start); nothing before its first word.
std::optional<std::size_t> word_at(const Unit& unit, Frames at);

}  // namespace aloud
