#include "audio/pcm.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace aloud {

SilentEnds find_silent_ends(std::span<const std::int16_t> samples, int threshold) {
  const auto is_loud = [threshold](std::int16_t sample) { return std::abs(int{sample}) > threshold; };
  const auto first = std::find_if(samples.begin(), samples.end(), is_loud);
  const auto leading = static_cast<std::size_t>(first - samples.begin());
  if (first == samples.end()) return {leading, 0};
  const auto last = std::find_if(samples.rbegin(), samples.rend(), is_loud);
  return {leading, static_cast<std::size_t>(last - samples.rbegin())};
}

std::span<const std::int16_t> trim_silence(std::span<const std::int16_t> samples, int threshold) {
  const SilentEnds ends = find_silent_ends(samples, threshold);
  return samples.subspan(ends.leading, samples.size() - ends.leading - ends.trailing);
}

int peak_of(std::span<const std::int16_t> samples) {
  int peak = 0;
  for (const std::int16_t sample : samples) peak = std::max(peak, std::abs(int{sample}));
  return peak;
}

std::size_t count_full_scale(std::span<const std::int16_t> samples) {
  using Limits = std::numeric_limits<std::int16_t>;
  return static_cast<std::size_t>(std::count_if(
      samples.begin(), samples.end(), [](std::int16_t sample) { return sample == Limits::max() || sample == Limits::min(); }));
}

}  // namespace aloud
