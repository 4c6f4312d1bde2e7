#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace aloud {

/// Where the bytes of a file that is being made go: a file, or a pipe.
class ByteSink {
 public:
  virtual ~ByteSink() = default;

  /// Appends. On failure throws Error{output} that names the file.
  virtual void write(std::span<const std::byte> bytes) = 0;

  /// Whether rewrite() works: true for a file, false for a pipe.
  virtual bool can_rewrite() const = 0;

  /// Overwrites bytes that were written before. Requires: can_rewrite(), offset + bytes.size() <= size().
  virtual void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) = 0;

  /// Whether read_back() works: true for a file that has no name yet.
  virtual bool can_read_back() const { return false; }

  /// Fills `bytes` with what was written at `offset`, as far as there is something; returns how many there were.
  /// Requires: can_read_back(). On failure throws Error{output} that names the file.
  virtual std::size_t read_back(std::uint64_t /*offset*/, std::span<std::byte> /*bytes*/) { return 0; }

  /// Bytes written so far.
  virtual std::uint64_t size() const = 0;

  void write_text(std::string_view text) { write(std::as_bytes(std::span(text.data(), text.size()))); }
};

}  // namespace aloud
