#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "util/byte_sink.h"

namespace aloud {

/// A sink that keeps what is written, as a file that can be rewritten or as a pipe that cannot.
class MemorySink : public ByteSink {
 public:
  enum class Kind { file, pipe };

  explicit MemorySink(Kind kind = Kind::file) : kind_(kind) {}

  void write(std::span<const std::byte> bytes) override { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  bool can_rewrite() const override { return kind_ == Kind::file; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override {
    assert(can_rewrite() && offset + bytes.size() <= bytes_.size());
    std::copy(bytes.begin(), bytes.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(offset));
  }
  bool can_read_back() const override { return kind_ == Kind::file; }
  std::size_t read_back(std::uint64_t offset, std::span<std::byte> bytes) override {
    if (offset >= bytes_.size()) return 0;
    const std::size_t count = std::min(bytes.size(), bytes_.size() - static_cast<std::size_t>(offset));
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), count, bytes.begin());
    return count;
  }
  std::uint64_t size() const override { return bytes_.size(); }

  const std::vector<std::byte>& bytes() const { return bytes_; }
  std::string text() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

  void save(const std::string& path) const {
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes_.data()), static_cast<std::streamsize>(bytes_.size()));
  }

 private:
  Kind kind_;
  std::vector<std::byte> bytes_;
};

}  // namespace aloud
