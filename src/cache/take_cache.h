#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cache/cache_key.h"
#include "cache/segment_file.h"

namespace aloud {

struct CacheStats {
  std::size_t packs = 0;                ///< that can be read
  std::size_t takes = 0;                ///< in them, and stored but not yet flushed
  std::uint64_t bytes = 0;              ///< of all packs on disk
  std::size_t damaged_packs = 0;        ///< never read; prune() keeps what is whole in them
  std::size_t other_version_packs = 0;  ///< of an older or newer aloud: never read, evicted by age like any other
  std::size_t distrusted_packs = 0;     ///< that somebody else could have written: never read
  std::size_t failed_stores = 0;        ///< of this object
};

/// Encoded takes by key, in immutable segment packs. Safe for many processes at once without locks for readers and writers:
/// a pack is written to a temporary file and renamed; merging and eviction hold an flock, which the end of a process
/// releases. A damaged, older or newer pack, or a damaged record, is a miss, never wrong bytes, never an error. Nothing here
/// ever fails a render: a store that does not work is counted and forgotten. Format: docs/formats/take-cache.md.
///
/// Age of use is kept per pack, as its modification time: a run that finds a take in a pack sets it once.
///
/// Memory does not grow with the cache: about 100 bytes and a descriptor per pack, 2 MB for what is being written.
/// Not thread-safe. A copy in a forked child may find(); its store() and flush() do nothing.
class TakeCache {
 public:
  struct Options {
    std::string directory;                  ///< need not exist; empty keeps nothing
    std::uint64_t size_limit = 4ULL << 30;  ///< bytes; packs used longest ago go first
    Trust trust = Trust::own_files;         ///< of others' packs and directories
  };

  /// Opens the packs that are there, and makes packs of what killed processes left behind.
  explicit TakeCache(Options options);
  ~TakeCache();  ///< puts what was stored in place, as flush()
  TakeCache(const TakeCache&) = delete;
  TakeCache& operator=(const TakeCache&) = delete;

  /// The bytes stored under `key`, checked against their checksum; nullopt is a miss. Sees what this object stored, and
  /// what others had flushed when this object was made or last flushed.
  std::optional<std::vector<std::byte>> find(const CacheKey& key);

  /// Keeps bytes under a key. Returns false when they could not be kept (a full disk, no permission, over 64 MB). From here on
  /// they outlive this process, even if it is killed.
  bool store(const CacheKey& key, std::span<const std::byte> bytes);

  /// Makes everything stored so far visible to other processes. If that was something, also evicts beyond the size limit,
  /// and merges small packs when there are many.
  void flush();

  CacheStats stats() const;

  /// Why the directory, or packs in it, are not used although they are there: somebody else could have written them, and what
  /// is heard would be his. nullopt: all of it may be used.
  std::optional<std::string> distrust() const;

  /// Reads every record. Returns one line per damaged pack or record.
  std::vector<std::string> verify() const;

  /// Puts what was stored in place, evicts by age of use until at most `limit` bytes are left, merges small packs, and saves
  /// what is whole in damaged ones. Returns bytes freed.
  std::uint64_t prune(std::uint64_t limit);

  /// Removes all packs, and what this object stored (files that are not ours stay, and what other processes are writing).
  /// Returns bytes freed.
  std::uint64_t clear();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// The part of TakeCache::distrust() that is about the directory, without opening the cache.
std::optional<std::string> distrust_of_directory(const TakeCache::Options& options);

}  // namespace aloud
