#include "audio/true_peak.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace aloud {
namespace {

constexpr std::size_t kPhases = 8;   // points per sample: the sample, and seven after it
constexpr std::size_t kBefore = 11;  // samples that a point depends on, before and after
constexpr std::size_t kAfter = 12;
constexpr std::size_t kTaps = kBefore + 1 + kAfter;
constexpr std::size_t kBlock = 16;  // samples that are looked at or skipped together; at least kAfter
static_assert(kBlock >= kAfter);

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

/// A signal with silence around it, and the largest sample of each of its blocks.
class Blocks {
 public:
  explicit Blocks(std::span<const float> signal) : size_(signal.size()), count_((size_ + kBlock - 1) / kBlock) {
    samples_.resize((count_ + 2) * kBlock + kTaps);
    std::copy(signal.begin(), signal.end(), samples_.begin() + kBlock);
    largest_.resize(count_ + 2);
    for (std::size_t block = 1; block <= count_; ++block) largest_[block] = largest_in(&samples_[block * kBlock]);
  }

  float largest_sample() const { return *std::max_element(largest_.begin(), largest_.end()); }

  /// Calls visit(sample, magnitude of the signal from there to the next) wherever it may exceed threshold(), which may grow.
  template <typename Threshold, typename Visit>
  void visit_above(Threshold threshold, Visit visit) const {
    const float most_gain = interpolator().most_gain;
    for (std::size_t block = 1; block <= count_; ++block) {
      if (std::max({largest_[block - 1], largest_[block], largest_[block + 1]}) * most_gain <= threshold()) continue;
      const std::size_t begin = (block - 1) * kBlock;
      for (std::size_t at = begin; at < std::min(begin + kBlock, size_); ++at) visit(at, magnitude_after(at));
    }
  }

 private:
  static float largest_in(const float* block) {
    std::array<float, 4> lanes{};
    for (std::size_t i = 0; i < kBlock; i += 4) {
      for (std::size_t lane = 0; lane < 4; ++lane) lanes[lane] = std::max(lanes[lane], std::abs(block[i + lane]));
    }
    return std::max({lanes[0], lanes[1], lanes[2], lanes[3]});
  }

  float magnitude_after(std::size_t at) const {
    const auto& taps = interpolator().taps;
    const float* const first = &samples_[kBlock + at - kBefore];
    std::array<float, kPhases> points{};
    for (std::size_t tap = 0; tap < kTaps; ++tap) {
      for (std::size_t phase = 0; phase < kPhases; ++phase) points[phase] += first[tap] * taps[tap][phase];
    }
    float largest = 0;
    for (const float point : points) largest = std::max(largest, std::abs(point));
    return largest;
  }

  std::size_t size_, count_;
  std::vector<float> samples_;
  std::vector<float> largest_;  // by block, with a silent one at each end
};

}  // namespace

float true_peak(std::span<const float> signal) {
  const Blocks blocks(signal);
  float peak = blocks.largest_sample();
  blocks.visit_above([&] { return peak; }, [&](std::size_t, float magnitude) { peak = std::max(peak, magnitude); });
  return peak;
}

std::vector<Peak> peaks_above(std::span<const float> signal, float threshold) {
  const Blocks blocks(signal);
  std::vector<Peak> peaks;
  std::size_t last_above = signal.size();  // none yet
  blocks.visit_above([&] { return threshold; },
                     [&](std::size_t at, float magnitude) {
                       if (magnitude <= threshold) return;
                       const bool same_stretch = !peaks.empty() && last_above + 1 == at;
                       last_above = at;
                       if (!same_stretch) return peaks.push_back({at, magnitude});
                       if (magnitude > peaks.back().magnitude) peaks.back() = {at, magnitude};
                     });
  return peaks;
}

std::vector<float> scaled(std::span<const std::int16_t> samples, float gain) {
  std::vector<float> result(samples.size());
  const float factor = gain / 32768.0F;
  std::transform(samples.begin(), samples.end(), result.begin(),
                 [factor](std::int16_t sample) { return static_cast<float>(sample) * factor; });
  return result;
}

}  // namespace aloud
