#include "audio/limiter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio/audio_test_support.h"
#include "audio/decibels.h"
#include "audio/true_peak.h"

namespace aloud {
namespace {

/// `frequency` as a fraction of the sample rate, `phase` in periods.
Samples sine(std::size_t length, double amplitude, double frequency, double phase = 0) {
  Samples samples(length);
  for (std::size_t i = 0; i < length; ++i) {
    const double angle = 2 * std::numbers::pi * (frequency * static_cast<double>(i) + phase);
    samples[i] = static_cast<std::int16_t>(std::lround(amplitude * std::sin(angle)));
  }
  return samples;
}

/// The same, coming from and going to silence over 500 samples: a wave that is cut off rings beyond its own height.
Samples faded(Samples samples) {
  constexpr std::size_t kFade = 500;
  for (std::size_t i = 0; i < kFade; ++i) {
    const double part = 0.5 - 0.5 * std::cos(std::numbers::pi * static_cast<double>(i) / kFade);
    samples[i] = static_cast<std::int16_t>(std::lround(samples[i] * part));
    std::int16_t& mirrored = samples[samples.size() - 1 - i];
    mirrored = static_cast<std::int16_t>(std::lround(mirrored * part));
  }
  return samples;
}

double peak_db(const Samples& samples) { return decibels_of(static_cast<double>(true_peak(scaled(samples)))); }

TEST(TruePeak, SeesWhatRisesBetweenSamples) {
  // A quarter of the rate, sampled at 45 degrees: the samples stay 3 dB below the wave.
  EXPECT_NEAR(peak_db(faded(sine(4000, 16384, 0.25, 0.125))), -6.02, 0.05);
  EXPECT_NEAR(peak_db(faded(sine(4000, 16384, 0.25))), -6.02, 0.05);
  EXPECT_NEAR(peak_db(faded(sine(4000, 32767, 0.01))), 0, 0.01);
}

TEST(TruePeak, OfSteadyAndOfSingleSamplesIsTheirOwn) {
  EXPECT_EQ(true_peak(Samples{}), 0);
  EXPECT_EQ(true_peak(scaled(Samples(1000))), 0);
  Samples impulse(1000);
  impulse[500] = -16384;
  EXPECT_FLOAT_EQ(true_peak(scaled(impulse)), 0.5F);
  // Half a sample after a step, the sinc interpolation of 0, 0, 1, 1, … stands at 1/2 + 2/pi.
  EXPECT_NEAR(true_peak(scaled(Samples(1000, 8192))), 0.25 * (0.5 + 2 / std::numbers::pi), 0.002);
  EXPECT_NEAR(true_peak(scaled(faded(Samples(3000, 8192)))), 0.25, 0.0002);
}

/// With a threshold of next to nothing no stretch is skipped.
float highest_of_all(const std::vector<float>& signal) {
  float highest = 0;
  for (const Peak& peak : peaks_above(signal, 1e-9F)) highest = std::max(highest, peak.magnitude);
  return highest;
}

TEST(TruePeak, IsNotMissedWhereStretchesAreSkipped) {
  for (int seed = 1; seed <= 20; ++seed) {
    Samples signal = babble(static_cast<std::size_t>(997 * seed), static_cast<unsigned>(seed));
    EXPECT_EQ(true_peak(scaled(signal)), highest_of_all(scaled(signal))) << seed;
    EXPECT_EQ(true_peak(signal), true_peak(scaled(signal))) << seed;
    for (std::size_t i = 0; i < signal.size(); i += 7) signal[i] = static_cast<std::int16_t>(-signal[i]);  // harsh
    EXPECT_EQ(true_peak(signal), highest_of_all(scaled(signal))) << seed;
    signal = faded(sine(3000, 20000, 0.49 - 0.02 * seed, 0.05 * seed));
    EXPECT_EQ(true_peak(signal), highest_of_all(scaled(signal))) << seed;
  }
}

TEST(TruePeak, OfPartsIsThatOfTheWhole) {
  const std::vector<float> signal = scaled(babble(20000, 5));
  const std::vector<Peak> all = peaks_above(signal, 0.1F);
  ASSERT_GT(all.size(), 20U);
  std::vector<Peak> parts;
  for (std::size_t begin = 0; begin < signal.size(); begin += 1600)
    append_peaks_above(signal, 0.1F, {begin, begin + 1600}, parts);
  for (const Peak& peak : all) {
    const auto same = [&](const Peak& other) { return other.at == peak.at && other.magnitude == peak.magnitude; };
    EXPECT_TRUE(std::any_of(parts.begin(), parts.end(), same)) << peak.at;
  }
}

TEST(TruePeak, FindsTheHighestPointOfEachStretch) {
  Samples samples(3000);
  samples[100] = 20000;
  samples[101] = 26000;
  samples[2000] = -24000;
  const std::vector<Peak> peaks = peaks_above(scaled(samples), 0.6F);
  ASSERT_EQ(peaks.size(), 2U);
  EXPECT_NEAR(static_cast<double>(peaks[0].at), 100.5, 0.6);
  EXPECT_EQ(peaks[1].at, 2000U);
  EXPECT_TRUE(peaks_above(scaled(samples), 1).empty());
}

TEST(Level, WithoutGainAndCeilingChangesNothing) {
  const Samples samples = babble(5000);
  EXPECT_EQ(with_level(samples, {}), samples);
  EXPECT_EQ(with_level(sine(5000, 10000, 0.02), {0, -1}), sine(5000, 10000, 0.02));
  EXPECT_TRUE(with_level({}, {6, -1}).empty());
  EXPECT_EQ(with_level(Samples(777), {20, -1}), Samples(777));
}

TEST(Level, RoundsEverySampleToTheNearestStep) {
  const Samples samples = chirp(20000, 9000);
  const Samples louder = with_level(samples, {3.7, -1});
  ASSERT_EQ(louder.size(), samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) ASSERT_LE(std::abs(louder[i] - samples[i] * amplitude_of(3.7)), 0.51) << i;
}

TEST(Level, CutsAtFullScaleWhereThereIsNoCeiling) {
  EXPECT_EQ(with_level(Samples{20000, -20000, 1}, {20, std::nullopt}), (Samples{32767, -32768, 10}));
}

class Limiter : public testing::TestWithParam<double> {};

TEST_P(Limiter, NothingExceedsTheCeilingWhateverTheGain) {
  const double gain = GetParam();
  const std::vector<Samples> signals = {babble(30000, 1),
                                        babble(30000, 2),
                                        chirp(30000, 30000),
                                        sine(9000, 32767, 0.25, 0.125),
                                        Samples(500, 32767),
                                        sine(9000, 32767, 0.45),
                                        Samples{32767, -32768, -32768, 32767}};
  for (const double ceiling : {-1.0, -3.2}) {
    for (const Samples& signal : signals) {
      const Samples limited = with_level(signal, {gain, ceiling});
      EXPECT_EQ(limited.size(), signal.size());
      EXPECT_LE(peak_db(limited), ceiling + 0.001);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Gains, Limiter, testing::Values(0.0, 0.1, 3.0, 8.0, 30.0));

TEST(Limiter, LeavesAloneWhatIsFarFromAPeak) {
  Samples samples = sine(22050, 6000, 0.01);
  samples[11000] = 32767;
  const Samples limited = with_level(samples, {0, -1});
  const auto same = [&](std::size_t begin, std::size_t end) {
    return std::equal(samples.begin() + static_cast<std::ptrdiff_t>(begin), samples.begin() + static_cast<std::ptrdiff_t>(end),
                      limited.begin() + static_cast<std::ptrdiff_t>(begin));
  };
  EXPECT_TRUE(same(0, 11000 - 111));
  EXPECT_TRUE(same(11000 + 1103, 22050));
  EXPECT_LT(limited[11000], 29300);
  EXPECT_GT(limited[11000], 28000);
}

TEST(Limiter, ChangesTheGainSmoothly) {
  Samples samples(8000, 20000);
  samples[4000] = 32767;
  const Samples limited = with_level(samples, {0, -3.2});
  for (std::size_t i = 3800; i + 1 < 5200; ++i) {
    if (i == 3999 || i == 4000) continue;
    EXPECT_LE(std::abs(limited[i + 1] - limited[i]), 200) << i;  // 1 % of the signal
  }
}

TEST(Limiter, GivesTheSameForTheSame) {
  const Samples samples = babble(30000, 3);
  EXPECT_EQ(with_level(samples, {9, -1}), with_level(samples, {9, -1}));
}

}  // namespace
}  // namespace aloud
