#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_of(std::string_view bytes);

struct FileDigest {
  std::uint64_t bytes = 0;
  std::string sha256;
};

/// Reads a regular file to its end; nullopt if it is not there, is something else or cannot be read.
std::optional<FileDigest> digest_of_file(const std::string& path);

}  // namespace aloud
