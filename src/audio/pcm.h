#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace aloud {

/// How many samples at each end of a passage are silent. For a passage that is silent throughout, all are leading ones.
struct SilentEnds {
  std::size_t leading = 0;
  std::size_t trailing = 0;

  bool operator==(const SilentEnds&) const = default;
};

/// A sample is silent when its magnitude (0 – 32,768) is `threshold` or less; by default only exact zeros are.
SilentEnds find_silent_ends(std::span<const std::int16_t> samples, int threshold = 0);

/// The part of `samples` between its silent ends; empty if all of it is silent. Lives as long as `samples`.
std::span<const std::int16_t> trim_silence(std::span<const std::int16_t> samples, int threshold = 0);

/// The largest magnitude, 0 – 32,768; 0 for no samples.
int peak_of(std::span<const std::int16_t> samples);

/// How many samples are at full scale, 32,767 or −32,768: where a signal was clipped there are many, otherwise next to none.
std::size_t count_full_scale(std::span<const std::int16_t> samples);

}  // namespace aloud
