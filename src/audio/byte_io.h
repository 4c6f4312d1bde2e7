#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace aloud {

/// Builds binary structures byte by byte, whatever the machine's own byte order.
class ByteWriter {
 public:
  /// Appends the low `size` bytes of `value`, lowest first. Requires: size <= 8.
  void little(std::uint64_t value, std::size_t size) {
    std::array<std::byte, 8> bytes;
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(value >> (8 * i));
    append(std::span(bytes).first(size));
  }
  /// Appends the low `size` bytes of `value`, highest first. Requires: size <= 8.
  void big(std::uint64_t value, std::size_t size) {
    std::array<std::byte, 8> bytes;
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(value >> (8 * (size - 1 - i)));
    append(std::span(bytes).first(size));
  }
  void text(std::string_view text) { append(std::as_bytes(std::span(text.data(), text.size()))); }
  void append(std::span<const std::byte> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  void zeros(std::size_t count) { bytes_.resize(bytes_.size() + count); }
  void reserve(std::size_t size) { bytes_.reserve(size); }
  void clear() { bytes_.clear(); }

  std::size_t size() const { return bytes_.size(); }
  std::span<const std::byte> bytes() const { return bytes_; }
  std::vector<std::byte> release() { return std::exchange(bytes_, {}); }

 private:
  std::vector<std::byte> bytes_;
};

/// Reads binary structures and never past their end.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  std::size_t remaining() const { return rest_.size(); }

  /// The next `count` bytes. On failure (fewer are left) throws Error{output}: a damaged take record.
  std::span<const std::byte> bytes(std::size_t count);

  /// The next `size` bytes as a number, lowest byte first. Requires: size <= 8. On failure as bytes().
  std::uint64_t little(std::size_t size);

 private:
  std::span<const std::byte> rest_;
};

}  // namespace aloud
