#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace aloud {

/// Frames per second. eSpeak NG's formant voices speak at 22,050 Hz; everything aloud makes is mono, so a frame is a sample.
struct SampleRate {
  std::int64_t hertz = 22050;
  auto operator<=>(const SampleRate&) const = default;
};

inline constexpr SampleRate kEngineRate{22050};

/// A count of frames, or a position counted in frames from the start.
struct Frames {
  std::int64_t count = 0;

  auto operator<=>(const Frames&) const = default;
  Frames& operator+=(Frames other) {
    count += other.count;
    return *this;
  }
  Frames& operator-=(Frames other) {
    count -= other.count;
    return *this;
  }
  friend Frames operator+(Frames a, Frames b) { return {a.count + b.count}; }
  friend Frames operator-(Frames a, Frames b) { return {a.count - b.count}; }
};

/// Frames that last `duration`, rounded to the nearest frame (half up). Requires: duration >= 0.
constexpr Frames frames_of(std::chrono::milliseconds duration, SampleRate rate) {
  return {(duration.count() * rate.hertz + 500) / 1000};
}

/// `frames` at rate `from`, counted at rate `to`, rounded to the nearest frame (half up). Requires: frames >= 0.
constexpr Frames rescale(Frames frames, SampleRate from, SampleRate to) {
  return {(frames.count * to.hertz + from.hertz / 2) / from.hertz};
}

/// Whole milliseconds, rounded down, as subtitle formats count them. Requires: frames >= 0.
constexpr std::chrono::milliseconds milliseconds_of(Frames frames, SampleRate rate) {
  return std::chrono::milliseconds(frames.count * 1000 / rate.hertz);
}

constexpr double seconds_of(Frames frames, SampleRate rate) {
  return static_cast<double>(frames.count) / static_cast<double>(rate.hertz);
}

/// The smallest multiple of `grid` that is at least `frames`. Requires: grid > 0, frames >= 0.
constexpr Frames round_up(Frames frames, Frames grid) { return {(frames.count + grid.count - 1) / grid.count * grid.count}; }

}  // namespace aloud
