#include "audio/limiter.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "audio/decibels.h"
#include "audio/true_peak.h"
#include "audio/units.h"

namespace aloud {
namespace {

/// The fall has to be short enough not to be heard as a fade, and longer than a period of a deep voice would be a distortion;
/// the rise long enough to span several periods, so that the gain does not follow them.
constexpr std::int64_t kFall = kEngineRate.hertz * 5 / 1000;
constexpr std::int64_t kRise = kEngineRate.hertz * 50 / 1000;

/// Rounding to 16 bits, and what lies between the points that are looked at.
constexpr float kMargin = 0.9985F;

/// Changing the gain changes the signal between samples a little, so a second look may find something left.
constexpr int kMostPasses = 4;

/// How much of a reduction applies where: 0 far from the peak, 1 at it; a raised cosine on both sides.
std::vector<float> dip_shape() {
  std::vector<float> shape;
  const auto cosine = [](std::int64_t distance, std::int64_t length) {
    return static_cast<float>(0.5 +
                              0.5 * std::cos(std::numbers::pi * static_cast<double>(distance) / static_cast<double>(length)));
  };
  for (std::int64_t i = -kFall; i < 0; ++i) shape.push_back(cosine(i, kFall));
  for (std::int64_t i = 0; i <= kRise; ++i) shape.push_back(cosine(i, kRise));
  return shape;
}

/// Samples whose gain a peak at `at` changes, in a signal of `size`.
IndexRange dip_around(std::size_t at, std::size_t size) {
  constexpr auto kBefore = static_cast<std::size_t>(kFall), kAfter = static_cast<std::size_t>(kRise);
  return {at - std::min(at, kBefore), std::min(at + kAfter + 1, size)};
}

/// Multiplies `factor`, weighted by the shape, into the gains around `at`, of which `gains` holds those of `range`.
void turn_down(std::span<float> gains, IndexRange range, std::size_t size, std::size_t at, float factor) {
  static const std::vector<float> shape = dip_shape();
  const IndexRange dip = dip_around(at, size);
  const float* const weights = &shape[dip.begin + static_cast<std::size_t>(kFall) - at];
  float* const gain = &gains[dip.begin - range.begin];
  for (std::size_t i = 0; i < dip.end - dip.begin; ++i) gain[i] *= 1 - (1 - factor) * weights[i];
}

void scale(std::vector<float>& signal, float factor) {
  for (float& sample : signal) sample *= factor;
}

/// Where turning down at `peaks` changes the signal: dips as one where they overlap or are looked at together.
std::vector<IndexRange> changed_by(const std::vector<Peak>& peaks, std::size_t size) {
  std::vector<IndexRange> changed;
  for (const Peak& peak : peaks) {
    const IndexRange dip = dip_around(peak.at, size);
    if (!changed.empty() && dip.begin <= changed.back().end + 4 * kPeakReach) {
      changed.back().end = std::max(changed.back().end, dip.end);
    } else {
      changed.push_back(dip);
    }
  }
  return changed;
}

/// Turns the signal down at those of the peaks that lie in `range`, which holds all that they change.
void turn_down_at(const std::vector<Peak>& peaks, IndexRange range, float goal, std::vector<float>& signal) {
  std::vector<float> gains(range.end - range.begin, 1);
  for (const Peak& peak : peaks) {
    if (peak.at < range.begin || peak.at >= range.end) continue;
    const float left = peak.magnitude * gains[peak.at - range.begin];  // what the peaks before it have left of it
    if (left > goal) turn_down(gains, range, signal.size(), peak.at, goal / left);
  }
  for (std::size_t i = range.begin; i < range.end; ++i) signal[i] *= gains[i - range.begin];
}

void limit(std::vector<float>& signal, std::vector<Peak> peaks, float goal) {
  for (int pass = 1; !peaks.empty(); ++pass) {
    const std::vector<IndexRange> changed = changed_by(peaks, signal.size());
    for (const IndexRange& range : changed) turn_down_at(peaks, range, goal, signal);
    if (pass == kMostPasses) break;
    peaks.clear();
    for (const IndexRange& range : changed) {
      append_peaks_above(signal, goal, {range.begin - std::min(range.begin, kPeakReach), range.end + kPeakReach}, peaks);
    }
  }
  if (peaks.empty()) return;
  const float peak = true_peak(signal);
  if (peak > goal) scale(signal, goal / peak);
}

/// The nearest step, ties to even: adding 1.5 · 2^23 leaves no room for a fraction. Unlike std::lrint, compilers do this on
/// several samples at once.
std::int16_t to_step(float sample) {
  constexpr float kNoFraction = 12582912;
  const float in_range = std::clamp(sample * kFullScale, -kFullScale, kFullScale - 1);
  return static_cast<std::int16_t>(std::bit_cast<std::int32_t>(in_range + kNoFraction) -
                                   std::bit_cast<std::int32_t>(kNoFraction));
}

/// A level as the signal meets it.
struct Gain {
  explicit Gain(const Level& level)
      : factor(static_cast<float>(amplitude_of(level.gain_db))),
        goal(level.ceiling_dbtp ? static_cast<float>(amplitude_of(*level.ceiling_dbtp)) * kMargin : 0) {}

  std::vector<Peak> peaks_of(std::span<const std::int16_t> speech) const {
    return goal > 0 ? peaks_above(speech, factor, goal) : std::vector<Peak>{};
  }

  float factor;
  float goal;  ///< 0: no ceiling
};

}  // namespace

void set_level(std::span<std::int16_t> speech, const Level& level) {
  if (level == Level{}) return;
  const Gain gain(level);
  std::vector<Peak> peaks = gain.peaks_of(speech);
  if (peaks.empty()) {  // most takes: no need for a copy in another type
    const float factor = gain.factor / kFullScale;
    for (std::int16_t& sample : speech) sample = to_step(static_cast<float>(sample) * factor);
    return;
  }
  std::vector<float> signal = scaled(speech, gain.factor);
  limit(signal, std::move(peaks), gain.goal);
  std::transform(signal.begin(), signal.end(), speech.begin(), to_step);
}

std::vector<std::int16_t> with_level(std::span<const std::int16_t> speech, const Level& level) {
  std::vector<std::int16_t> result(speech.begin(), speech.end());
  set_level(result, level);
  return result;
}

std::vector<float> with_level_unrounded(std::span<const std::int16_t> speech, const Level& level) {
  const Gain gain(level);
  std::vector<float> signal = scaled(speech, gain.factor);
  limit(signal, gain.peaks_of(speech), gain.goal);
  return signal;
}

std::vector<std::int16_t> rounded(std::span<const float> signal) {
  std::vector<std::int16_t> steps(signal.size());
  std::transform(signal.begin(), signal.end(), steps.begin(), to_step);
  return steps;
}

}  // namespace aloud
