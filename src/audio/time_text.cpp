#include "audio/time_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace aloud {

std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string srt_time(std::chrono::milliseconds time) {
  const auto ms = time.count();
  return fmt::format("{:02}:{:02}:{:02},{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

std::string vtt_time(std::chrono::milliseconds time) {
  const auto ms = time.count();
  const std::string hours = ms < 3600000 ? "" : fmt::format("{:02}:", ms / 3600000);
  return fmt::format("{}{:02}:{:02}.{:03}", hours, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

std::string lrc_time(std::chrono::milliseconds time) {
  const auto ms = time.count();
  return fmt::format("{:02}:{:02}.{:02}", ms / 60000, ms / 1000 % 60, ms % 1000 / 10);
}

std::string chapter_time(std::chrono::milliseconds time) {
  constexpr std::int64_t kMost = 99 * 3600000 + 59 * 60000 + 59999;
  const std::int64_t ms = std::min<std::int64_t>(time.count(), kMost);
  return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, ms % 1000);
}

std::string decimal_seconds(Frames frames, SampleRate rate) {
  // Whole seconds apart, so that the product stays far from 64 bits for a recording of any length.
  const std::int64_t rest = frames.count % rate.hertz;
  const std::int64_t micros = (rest * 1000000 + rate.hertz / 2) / rate.hertz;
  return fmt::format("{}.{:06}", frames.count / rate.hertz + micros / 1000000, micros % 1000000);
}

}  // namespace aloud
