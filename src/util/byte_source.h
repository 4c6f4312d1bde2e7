#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "util/byte_sink.h"

namespace aloud {

/// Bytes that can be read in any order: a file in memory, or one that is being made.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::uint64_t size() const = 0;

  /// Fills `bytes` with what stands at `offset`, as far as there is something; returns how many there were.
  virtual std::size_t read(std::uint64_t offset, std::span<std::byte> bytes) const = 0;
};

/// Requires: the bytes outlive it.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::uint64_t size() const override { return bytes_.size(); }

  std::size_t read(std::uint64_t offset, std::span<std::byte> bytes) const override {
    if (offset >= bytes_.size()) return 0;
    const auto there = bytes_.subspan(static_cast<std::size_t>(offset));
    const std::size_t count = std::min(there.size(), bytes.size());
    std::copy_n(there.begin(), count, bytes.begin());
    return count;
  }

 private:
  std::span<const std::byte> bytes_;
};

/// What was written to a sink. Requires: sink.can_read_back(), and the sink outlives it.
class WrittenSource final : public ByteSource {
 public:
  explicit WrittenSource(ByteSink& sink) : sink_(sink) {}
  std::uint64_t size() const override { return sink_.size(); }
  std::size_t read(std::uint64_t offset, std::span<std::byte> bytes) const override { return sink_.read_back(offset, bytes); }

 private:
  ByteSink& sink_;
};

}  // namespace aloud
