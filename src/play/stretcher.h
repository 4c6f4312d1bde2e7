#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace aloud {

/// Makes speech faster or slower and keeps its pitch, by libsonic. Mono at kEngineRate.
class Stretcher {
 public:
  Stretcher();
  ~Stretcher();
  Stretcher(Stretcher&&) noexcept;
  Stretcher& operator=(Stretcher&&) noexcept;

  /// How many frames of input become one of output, from here on: 2 is twice as fast. Requires: speed > 0.
  void set_speed(double speed);

  void feed(std::span<const std::int16_t> samples);

  /// Makes what was fed come out, to the last frame.
  void flush();

  /// Moves finished frames to `out`, and says how many there were.
  std::size_t take(std::span<std::int16_t> out);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace aloud
