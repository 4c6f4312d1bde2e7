#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace aloud {

/// How a take is brought to its loudness. The same for every take of a voice, so that a take depends on no other.
struct Level {
  double gain_db = 0;
  std::optional<double> ceiling_dbtp;  ///< true peak that the take stays below; none: whatever comes, cut at full scale

  bool operator==(const Level&) const = default;
};

/// Applies the gain to `speech` and, where that makes it exceed the ceiling, turns it down around each peak: from 5 ms before
/// it, and back within 50 ms after it. Not delayed. A take that stays below the ceiling is its samples times the gain, each
/// rounded to the nearest step. Deterministic.
void set_level(std::span<std::int16_t> speech, const Level& level);

/// The same in a copy.
std::vector<std::int16_t> with_level(std::span<const std::int16_t> speech, const Level& level);

/// The same before it is rounded, as fractions of full scale: without a ceiling they may lie beyond 1.
std::vector<float> with_level_unrounded(std::span<const std::int16_t> speech, const Level& level);

/// Fractions of full scale, each rounded to the nearest step; what lies beyond is cut.
std::vector<std::int16_t> rounded(std::span<const float> signal);

}  // namespace aloud
