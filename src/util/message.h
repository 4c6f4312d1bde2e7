#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "util/byte_range.h"

namespace aloud {

/// Writes a message for another process, value by value. Numbers take one byte for seven of their bits, low part first.
class MessageWriter {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(std::string_view value);  ///< its size, then its bytes
  void optional_text(const std::optional<std::string>& value);
  void range(ByteRange value);
  void flag(bool value) { number(value ? 1 : 0); }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// A message that its writer would not have written.
struct BadMessage : std::runtime_error {
  BadMessage() : std::runtime_error("a damaged message") {}
};

/// Reads a message that somebody may have written who means harm: every function throws BadMessage where the next value is not
/// there, or is not what it may be, and no value makes it ask for more memory than the message itself has bytes.
class MessageReader {
 public:
  /// `bytes` outlives the reader.
  explicit MessageReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number();
  std::uint64_t number_up_to(std::uint64_t most);
  std::int64_t signed_number();

  /// A count of things of which each takes `bytes_each` of the message at least.
  std::size_t count(std::size_t bytes_each);

  std::string_view text();  ///< valid UTF-8; part of the message
  std::optional<std::string> optional_text();
  ByteRange range_within(std::size_t size);  ///< begin <= end <= size
  bool flag() { return number_up_to(1) == 1; }

  void require(bool holds) const;
  void expect_end() const { require(at_ == bytes_.size()); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace aloud
