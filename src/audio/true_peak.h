#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aloud {

inline constexpr float kFullScale = 32768;  ///< of 16-bit samples

/// A place where the signal, as a converter would draw it through the samples, goes beyond a threshold.
struct Peak {
  std::size_t at = 0;  ///< the sample it is at, or follows
  float magnitude = 0;
};

/// Samples `begin` to `end`, the latter not included.
struct IndexRange {
  std::size_t begin = 0, end = 0;
};

/// The largest magnitude of the continuous signal: at the samples and between them, looked at on eight times as many points
/// (ITU-R BS.1770-4, Annex 2, asks for four). With eight the highest frequency reads at most 0.17 dB low. Stretches that cannot
/// reach beyond the largest sample are not interpolated, or only halfway between samples, so that speech costs little.
float true_peak(std::span<const float> signal);

/// The same of 16-bit samples, as a fraction of full scale.
float true_peak(std::span<const std::int16_t> samples);

/// The highest point of each stretch in which the continuous signal exceeds `threshold`, in order. Requires: threshold > 0.
std::vector<Peak> peaks_above(std::span<const float> signal, float threshold);

/// The same of 16-bit samples as fractions of full scale, times `gain`.
std::vector<Peak> peaks_above(std::span<const std::int16_t> samples, float gain, float threshold);

/// No point of the signal depends on samples further away than this.
inline constexpr std::size_t kPeakReach = 12;

/// Appends to `peaks` those in `within`; what lies a few samples outside of it may be looked at too.
void append_peaks_above(std::span<const float> signal, float threshold, IndexRange within, std::vector<Peak>& peaks);

/// 16-bit samples as fractions of full scale, −1 to 1, times `gain`.
std::vector<float> scaled(std::span<const std::int16_t> samples, float gain = 1);

}  // namespace aloud
