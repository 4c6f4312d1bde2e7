#include "audio/loudness.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "audio/true_peak.h"

namespace aloud {
namespace {

constexpr std::int64_t kSegment = kEngineRate.hertz / 10;
constexpr std::int64_t kSegmentsPerBlock = 4;

constexpr double kLeastLufs = -70;
constexpr double kMostLufs = 10;
constexpr double kClassWidth = 0.1;
constexpr double kRelativeGate = -10;
constexpr double kFilterGain = -0.691;  // dB: makes a tone at 997 Hz read its level (BS.1770-4, formula 2)

constexpr double kStepUnit = 256;  // of TakeLoudness::steps, in 1/dB
constexpr double kStepZero = 128;

double lufs_of(double power) { return kFilterGain + 10 * std::log10(power); }

/// Two numbers that compilers keep in one register of any x86-64 or AArch64 processor.
using Pair = double __attribute__((vector_size(16)));

/// A filter of second order, in transposed direct form II. Filters two signals at once.
class Biquad {
 public:
  Biquad(double b0, double b1, double b2, double a1, double a2) : b0_(b0), b1_(b1), b2_(b2), a1_(a1), a2_(a2) {}

  Pair operator()(Pair in) {
    const Pair out = b0_ * in + z1_;
    z1_ = b1_ * in - a1_ * out + z2_;
    z2_ = b2_ * in - a2_ * out;
    return out;
  }

 private:
  double b0_, b1_, b2_, a1_, a2_;
  Pair z1_{}, z2_{};
};

// BS.1770-4 gives both filters as coefficients at 48 kHz. These are the analogue prototypes that yield them by the bilinear
// transform, so that other rates have the same response.

Biquad shelf(double rate) {
  constexpr double kFrequency = 1681.974450955533;
  constexpr double kGainDb = 3.999843853973347;
  constexpr double kQ = 0.7071752369554196;
  const double k = std::tan(std::numbers::pi * kFrequency / rate);
  const double high = std::pow(10.0, kGainDb / 20);
  const double band = std::pow(high, 0.4996667741545416);
  const double a0 = 1 + k / kQ + k * k;
  return {(high + band * k / kQ + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / kQ + k * k) / a0,
          2 * (k * k - 1) / a0, (1 - k / kQ + k * k) / a0};
}

Biquad high_pass(double rate) {
  constexpr double kFrequency = 38.13547087602444;
  constexpr double kQ = 0.5003270373238773;
  const double k = std::tan(std::numbers::pi * kFrequency / rate);
  const double a0 = 1 + k / kQ + k * k;
  return {1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / kQ + k * k) / a0};
}

std::uint16_t encoded(double power) {
  if (power <= 0) return 0;
  const double steps = kStepUnit * (10 * std::log10(power) + kStepZero);
  return static_cast<std::uint16_t>(std::lrint(std::clamp(steps, 0.0, 65535.0)));
}

/// The powers of whole decibels and of their parts: a product of two is cheaper than an exponential.
struct Powers {
  std::array<double, 256> whole{}, part{};

  Powers() {
    for (std::size_t i = 0; i < 256; ++i) {
      whole[i] = std::pow(10.0, (static_cast<double>(i) - kStepZero) / 10);
      part[i] = std::pow(10.0, static_cast<double>(i) / kStepUnit / 10);
    }
  }
};

double decoded(std::uint16_t step) {
  static const Powers powers;
  return step == 0 ? 0 : powers.whole[step >> 8] * powers.part[step & 255];
}

constexpr auto kStep = static_cast<std::size_t>(kLoudnessStep.count);
constexpr std::size_t kParts = 4;
constexpr std::size_t kRunIn = 5;  // steps after which the filters have forgotten what was before: 100 ms

using Step = std::array<std::int16_t, kStep>;

/// The samples of a step. Where not all of them are in the speech, in `filled`, with silence for the rest.
const std::int16_t* samples_of_step(std::span<const std::int16_t> speech, std::size_t step, Step& filled) {
  const std::size_t begin = std::min(step * kStep, speech.size()), end = std::min(begin + kStep, speech.size());
  if (end - begin == kStep) return &speech[begin];
  filled = {};
  std::copy(speech.begin() + static_cast<std::ptrdiff_t>(begin), speech.begin() + static_cast<std::ptrdiff_t>(end),
            filled.begin());
  return filled.data();
}

/// The sum of the squared K-weighted samples of each step, samples as fractions of full scale.
///
/// A filter waits for its last output before it can begin the next, and a processor has room for several at a time: so the
/// speech is filtered in four parts side by side, each from a little before its beginning.
std::vector<double> weighted_energies(std::span<const std::int16_t> speech) {
  const std::size_t steps = (speech.size() + kStep - 1) / kStep, part = (steps + kParts - 1) / kParts;
  std::vector<double> energies(kParts * part);
  const auto rate = static_cast<double>(kEngineRate.hertz);
  std::array<Biquad, 2> first{shelf(rate), shelf(rate)}, second{high_pass(rate), high_pass(rate)};
  std::array<Step, kParts> filled;
  constexpr Step kSilence{};
  constexpr double kScale = 1.0 / 32768;
  for (std::size_t step = 0; step < kRunIn + part; ++step) {
    std::array<const std::int16_t*, kParts> samples{};
    for (std::size_t lane = 0; lane < kParts; ++lane) {
      const std::size_t of_take = lane * part + step;  // kRunIn steps late
      samples[lane] = of_take < kRunIn ? kSilence.data() : samples_of_step(speech, of_take - kRunIn, filled[lane]);
    }
    std::array<Pair, 2> sums{};
    for (std::size_t i = 0; i < kStep; ++i) {
      for (std::size_t pair = 0; pair < 2; ++pair) {
        const Pair in{samples[2 * pair][i] * kScale, samples[2 * pair + 1][i] * kScale};
        const Pair weighted = second[pair](first[pair](in));
        sums[pair] += weighted * weighted;
      }
    }
    if (step < kRunIn) continue;
    for (std::size_t lane = 0; lane < kParts; ++lane) energies[lane * part + step - kRunIn] = sums[lane / 2][lane % 2];
  }
  energies.resize(steps);
  return energies;
}

}  // namespace

TakeLoudness measure_loudness(std::span<const std::int16_t> speech) {
  TakeLoudness result{true_peak(speech), {}};
  for (const double energy : weighted_energies(speech)) {
    result.steps.push_back(encoded(energy / static_cast<double>(kLoudnessStep.count)));
  }
  return result;
}

LoudnessIntegrator::LoudnessIntegrator()
    : classes_(static_cast<std::size_t>(std::lround((kMostLufs - kLeastLufs) / kClassWidth))) {}

void LoudnessIntegrator::add(Frames at, const TakeLoudness& take) {
  true_peak_ = std::max(true_peak_, static_cast<double>(take.true_peak));
  std::int64_t begin = at.count;
  for (const std::uint16_t step : take.steps) {
    const double power = decoded(step);
    const std::int64_t end = begin + kLoudnessStep.count;
    while (begin < end) {  // a step that lies across two segments is divided by length
      advance_to(begin / kSegment);
      const std::int64_t part = std::min(end, (segment_ + 1) * kSegment) - begin;
      segments_.back() += power * static_cast<double>(part);
      begin += part;
    }
  }
}

void LoudnessIntegrator::advance_to(std::int64_t segment) {
  for (; segment_ < segment; ++segment_) {
    if (segment_ + 1 >= kSegmentsPerBlock) {
      double sum = 0;
      for (const double one : segments_) sum += one;
      count_block(sum / static_cast<double>(kSegmentsPerBlock * kSegment));
    }
    std::rotate(segments_.begin(), segments_.begin() + 1, segments_.end());
    segments_.back() = 0;
  }
}

void LoudnessIntegrator::count_block(double power) {
  if (power <= 0 || lufs_of(power) < kLeastLufs) return;
  const auto wanted = static_cast<std::size_t>((lufs_of(power) - kLeastLufs) / kClassWidth);
  Class& counted = classes_[std::min(wanted, classes_.size() - 1)];
  ++counted.blocks;
  counted.power += power;
}

/// The mean over all blocks of at least `lufs`; 0 if there are none.
double LoudnessIntegrator::mean_power_from(double lufs) const {
  const double first = std::max(0.0, std::ceil((lufs - kLeastLufs) / kClassWidth));
  double power = 0;
  std::uint64_t blocks = 0;
  for (auto i = static_cast<std::size_t>(first); i < classes_.size(); ++i) {
    power += classes_[i].power;
    blocks += classes_[i].blocks;
  }
  return blocks == 0 ? 0 : power / static_cast<double>(blocks);
}

TrackLoudness LoudnessIntegrator::finish(Frames length) {
  advance_to(length.count / kSegment);
  TrackLoudness result{std::nullopt, true_peak_};
  const double all = mean_power_from(kLeastLufs);
  if (all <= 0) return result;
  const double gated = mean_power_from(lufs_of(all) + kRelativeGate);
  result.integrated_lufs = lufs_of(gated > 0 ? gated : all);
  return result;
}

}  // namespace aloud
