#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audio/units.h"

namespace aloud {

/// Loudness is measured in steps of 20 ms, fine enough to be laid on any grid: 441 frames at kEngineRate.
inline constexpr Frames kLoudnessStep{441};

/// What a take contributes to the loudness of the file it will be part of.
struct TakeLoudness {
  float true_peak = 0;  ///< amplitude; 1 is full scale
  /// K-weighted power of each step from the start of the speech, the last one filled up with silence: 0 for none, else
  /// 256 times (decibels + 128). Finer than 0.01 dB, and 100 bytes a second.
  std::vector<std::uint16_t> steps;

  bool operator==(const TakeLoudness&) const = default;
};

TakeLoudness measure_loudness(std::span<const std::int16_t> speech);

/// A whole file, as players want to know it.
struct TrackLoudness {
  std::optional<double> integrated_lufs;  ///< ITU-R BS.1770-4; none if nothing lasted 400 ms, or all was silent
  double true_peak = 0;                   ///< amplitude; 1 is full scale

  bool operator==(const TrackLoudness&) const = default;
};

/// The integrated loudness of a mono file made of takes and silences, as ITU-R BS.1770-4 defines it: blocks of 400 ms every
/// 100 ms, an absolute gate at −70 LUFS, and a relative one 10 LU below what passes that. Needs the same memory for any length:
/// blocks are counted in classes of 0.1 LU, so the relative gate may lie 0.1 LU off.
class LoudnessIntegrator {
 public:
  LoudnessIntegrator();

  /// Requires: `at` (of the take's first frame of speech, at kEngineRate) is not before the end of the one added last.
  void add(Frames at, const TakeLoudness& take);

  /// The loudness of all that was added, in a file of `length`. Requires: called once, last.
  TrackLoudness finish(Frames length);

 private:
  struct Class {
    std::uint64_t blocks = 0;
    double power = 0;  // sum over the blocks
  };

  void advance_to(std::int64_t segment);
  void count_block(double power);
  double mean_power_from(double lufs) const;

  std::array<double, 4> segments_{};  // powers times frames, of the last 100 ms pieces; the newest, open one last
  std::int64_t segment_ = 0;          // number of the open one
  std::vector<Class> classes_;
  double true_peak_ = 0;
};

}  // namespace aloud
