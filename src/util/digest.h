#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "util/unique_descriptor.h"

namespace aloud {

/// What SHA-256 makes of bytes (FIPS 180-4).
using Sha256Digest = std::array<std::byte, 32>;

/// 64 lower-case hexadecimal digits.
std::string to_hex(const Sha256Digest& digest);

/// SHA-256, piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  void update(const void* bytes, std::size_t size);

  /// Requires: called once, last.
  Sha256Digest finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

/// XXH3-128 (xxHash 0.8), piece by piece: some thirty times as fast, and no guard against files that were made to collide.
class Xxh3 {
 public:
  Xxh3();
  ~Xxh3();
  void update(const void* bytes, std::size_t size);

  /// Of all bytes so far: 32 lower-case hexadecimal digits.
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view bytes);

struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// Reads a regular file to its end; nullopt if it is not there, is something else or cannot be read.
std::optional<FileDigest> digest_of_file(const std::string& path);
std::optional<FileDigest> digest_of_file(const UniqueDescriptor& file);

}  // namespace aloud
