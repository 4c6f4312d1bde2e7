#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace aloud {

/// What reading one article may take. An ordinary article takes 10 to 50 bytes for each of its own; lists and tables of single
/// letters 300.
struct ReaderLimits {
  std::size_t memory = std::size_t{256} << 20;  ///< bytes, and so many more …
  std::size_t memory_per_byte = 128;            ///< … for each of the article's
  std::chrono::milliseconds time{30'000};       ///< of a processor, and so much more …
  std::chrono::milliseconds time_per_mb{1000};  ///< … for each 1,000,000 bytes of it
  std::chrono::milliseconds patience{10'000};   ///< of the clock, beside four times the processor's: a busy machine is slower

  std::string program = {};  ///< that reads where this process must not fork; empty: helper_program() looks for it

  bool operator==(const ReaderLimits&) const = default;
};

}  // namespace aloud
