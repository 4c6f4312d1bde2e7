#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "cache/take_cache.h"
#include "support/temporary_directory.h"

namespace aloud::test {

using Bytes = std::vector<std::byte>;

/// The key and the bytes of the n-th take that tests store.
inline CacheKey key_of(std::uint64_t number) { return CacheKeyBuilder().add("number", number).finish(); }

inline Bytes take_of(std::uint64_t number, std::size_t size) {
  std::mt19937_64 random(number);
  Bytes bytes(size);
  for (std::byte& byte : bytes) byte = static_cast<std::byte>(random());
  return bytes;
}

/// What a lookup gave: "hit", "miss", or "WRONG BYTES", which must never be.
inline std::string outcome(const std::optional<Bytes>& found, const Bytes& stored) {
  if (!found) return "miss";
  return *found == stored ? "hit" : "WRONG BYTES";
}

/// Takes 0 … count-1 of a few hundred bytes: each has another length, the first none.
inline Bytes small_take(std::uint64_t number) { return take_of(number, static_cast<std::size_t>(number * 37 % 256)); }

/// "hit hit miss" for the small takes 0 … count-1.
inline std::string find_small(TakeCache& cache, std::uint64_t count) {
  std::string line;
  for (std::uint64_t i = 0; i < count; ++i) line += (i == 0 ? "" : " ") + outcome(cache.find(key_of(i)), small_take(i));
  return line;
}

inline void store_small(TakeCache& cache, std::uint64_t begin, std::uint64_t end) {
  for (std::uint64_t i = begin; i < end; ++i) cache.store(key_of(i), small_take(i));
}

/// Stores takes begin … end-1 as one pack.
inline void put_pack(const std::string& directory, std::uint64_t begin, std::uint64_t end) {
  TakeCache cache({directory});
  store_small(cache, begin, end);
}

/// The files of a directory that end so, sorted.
inline std::vector<std::filesystem::path> files_of(const std::filesystem::path& directory, const std::string& extension) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The bytes of a pack, or of the temporary file of a writer that was killed, with small takes 0 … count-1 in this order.
inline std::string pack_content(std::uint64_t count) {
  const TemporaryDirectory directory;
  put_pack(directory.path().string(), 0, count);
  return read_file(files_of(directory.path(), ".pack").at(0).string());
}

inline std::string torn_content(std::uint64_t count) {
  const TemporaryDirectory directory;
  TakeCache cache({directory.path().string()});
  store_small(cache, 0, count);
  return read_file(files_of(directory.path(), ".tmp").at(0).string());
}

inline constexpr const char* kPackName = "seg-0123456789abcdef.pack";
inline constexpr const char* kTornName = "seg-0123456789abcdef.tmp";

}  // namespace aloud::test
