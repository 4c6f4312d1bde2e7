#include "audio/true_peak.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <optional>

namespace aloud {
namespace {

constexpr std::size_t kPhases = 8;   // points per sample: the sample, and seven after it
constexpr std::size_t kBefore = 11;  // samples that a point depends on, before and after
constexpr std::size_t kAfter = 12;
constexpr std::size_t kTaps = kBefore + 1 + kAfter;
constexpr std::size_t kBlock = 16;  // samples that are looked at or skipped together; at least kAfter
static_assert(kBlock >= kAfter && kPeakReach >= kAfter);

/// How far the signal can rise above the samples and the points halfway between them. At the highest frequency, with four of
/// these to a period, it is the square root of two; the rest is for what changes faster than that wave.
constexpr float kMostAboveHalves = 1.5F;

/// A sinc in a Kaiser window, by tap and phase; each phase sums to one, so that a constant stays what it is.
struct Interpolator {
  std::array<std::array<float, kPhases>, kTaps> taps{};
  float most_gain = 1;  ///< no point is larger than this times the largest sample it depends on

  Interpolator() {
    for (std::size_t phase = 0; phase < kPhases; ++phase) set_phase(phase);
  }

 private:
  static double bessel_i0(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; k < 30; ++k) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  static double kernel(double x) {
    constexpr double kBeta = 5;
    constexpr double kHalfWidth = kAfter;
    if (std::abs(x) >= kHalfWidth) return 0;
    const double angle = std::numbers::pi * x;
    const double sinc = x == 0 ? 1 : std::sin(angle) / angle;
    const double position = x / kHalfWidth;
    return sinc * bessel_i0(kBeta * std::sqrt(1 - position * position)) / bessel_i0(kBeta);
  }

  void set_phase(std::size_t phase) {
    std::array<double, kTaps> values{};
    double sum = 0;
    for (std::size_t tap = 0; tap < kTaps; ++tap) {
      const double sample = static_cast<double>(tap) - static_cast<double>(kBefore);
      values[tap] = phase == 0 ? (sample == 0 ? 1 : 0) : kernel(sample - static_cast<double>(phase) / kPhases);
      sum += values[tap];
    }
    double magnitudes = 0;
    for (std::size_t tap = 0; tap < kTaps; ++tap) {
      taps[tap][phase] = static_cast<float>(values[tap] / sum);
      magnitudes += std::abs(values[tap] / sum);
    }
    most_gain = std::max(most_gain, static_cast<float>(magnitudes));
  }
};

const Interpolator& interpolator() {
  static const Interpolator only;
  return only;
}

template <typename Sample>
float largest_in(std::span<const Sample> samples) {
  Sample highest = 0, lowest = 0;
  for (const Sample sample : samples) {
    highest = std::max(highest, sample);
    lowest = std::min(lowest, sample);
  }
  return std::max(static_cast<float>(highest), -static_cast<float>(lowest));
}

/// A block of a signal with its neighbours, silence outside the signal, and the points halfway between the samples of the
/// block.
class Window {
 public:
  template <typename Sample>
  Window(std::span<const Sample> signal, std::size_t block, float scale) {
    const std::size_t begin = block * kBlock, first = begin < kBlock ? kBlock - begin : 0;
    const std::size_t end = std::min(samples_.size(), signal.size() + kBlock - begin);
    for (std::size_t i = first; i < end; ++i) samples_[i] = static_cast<float>(signal[begin + i - kBlock]) * scale;
    find_halves();
  }

  /// Whether the signal may exceed `threshold` between sample `i` of the block and the next.
  bool may_exceed(std::size_t i, float threshold) const {
    const float sides = std::max(std::abs(samples_[kBlock + i]), std::abs(samples_[kBlock + i + 1]));
    return std::max(sides, std::abs(halves_[i])) * kMostAboveHalves > threshold;
  }

  /// The largest magnitude from sample `i` of the block up to the next.
  float magnitude_after(std::size_t i) const {
    const auto& taps = interpolator().taps;
    const float* const first = &samples_[kBlock + i - kBefore];
    std::array<float, kPhases> points{};
    for (std::size_t tap = 0; tap < kTaps; ++tap) {
      for (std::size_t phase = 0; phase < kPhases; ++phase) points[phase] += first[tap] * taps[tap][phase];
    }
    float largest = 0;
    for (const float point : points) largest = std::max(largest, std::abs(point));
    return largest;
  }

 private:
  void find_halves() {
    const auto& taps = interpolator().taps;
    for (std::size_t tap = 0; tap < kTaps / 2; ++tap) {  // symmetrical
      const float weight = taps[tap][kPhases / 2];
      const float* const before = &samples_[kBlock + tap - kBefore];
      const float* const after = &samples_[kBlock + kAfter - tap];
      for (std::size_t i = 0; i < kBlock; ++i) halves_[i] += weight * (before[i] + after[i]);
    }
  }

  std::array<float, 3 * kBlock> samples_{};
  std::array<float, kBlock> halves_{};
};

/// Calls visit(sample, magnitude of the signal from there to the next) wherever it may exceed threshold(), which may grow, in
/// the blocks that lie in `within`. The signal is `samples` times `scale`.
template <typename Sample, typename Threshold, typename Visit>
void visit_above(std::span<const Sample> samples, float scale, IndexRange within, Threshold threshold, Visit visit) {
  const float most_gain = interpolator().most_gain;
  const std::size_t size = samples.size();
  const auto largest_of = [&](std::size_t block) {
    const std::size_t begin = block * kBlock;
    return begin >= size ? 0 : largest_in(samples.subspan(begin, std::min(kBlock, size - begin))) * scale;
  };
  const std::size_t first = within.begin / kBlock;
  float before = first == 0 ? 0 : largest_of(first - 1), here = largest_of(first);
  for (std::size_t block = first; block * kBlock < std::min(within.end, size); ++block) {
    const float after = largest_of(block + 1);
    if (std::max({before, here, after}) * most_gain > threshold()) {
      const Window window(samples, block, scale);
      for (std::size_t i = 0; i < std::min(kBlock, size - block * kBlock); ++i) {
        if (window.may_exceed(i, threshold())) visit(block * kBlock + i, window.magnitude_after(i));
      }
    }
    before = here;
    here = after;
  }
}

template <typename Sample>
float find_true_peak(std::span<const Sample> samples, float scale) {
  float peak = largest_in(samples) * scale;
  visit_above(
      samples, scale, {0, samples.size()}, [&] { return peak; },
      [&](std::size_t, float magnitude) { peak = std::max(peak, magnitude); });
  return peak;
}

template <typename Sample>
void find_peaks(std::span<const Sample> samples, float scale, float threshold, IndexRange within, std::vector<Peak>& peaks) {
  std::optional<std::size_t> last_above;
  visit_above(
      samples, scale, within, [&] { return threshold; },
      [&](std::size_t at, float magnitude) {
        if (magnitude <= threshold) return;
        const bool same_stretch = last_above && *last_above + 1 == at;
        last_above = at;
        if (!same_stretch) return peaks.push_back({at, magnitude});
        if (magnitude > peaks.back().magnitude) peaks.back() = {at, magnitude};
      });
}

}  // namespace

float true_peak(std::span<const float> signal) { return find_true_peak(signal, 1); }

float true_peak(std::span<const std::int16_t> samples) { return find_true_peak(samples, 1 / kFullScale); }

std::vector<Peak> peaks_above(std::span<const float> signal, float threshold) {
  std::vector<Peak> peaks;
  append_peaks_above(signal, threshold, {0, signal.size()}, peaks);
  return peaks;
}

std::vector<Peak> peaks_above(std::span<const std::int16_t> samples, float gain, float threshold) {
  std::vector<Peak> peaks;
  find_peaks(samples, gain / kFullScale, threshold, {0, samples.size()}, peaks);
  return peaks;
}

void append_peaks_above(std::span<const float> signal, float threshold, IndexRange within, std::vector<Peak>& peaks) {
  find_peaks(signal, 1, threshold, within, peaks);
}

std::vector<float> scaled(std::span<const std::int16_t> samples, float gain) {
  std::vector<float> result(samples.size());
  const float factor = gain / kFullScale;
  std::transform(samples.begin(), samples.end(), result.begin(),
                 [factor](std::int16_t sample) { return static_cast<float>(sample) * factor; });
  return result;
}

}  // namespace aloud
