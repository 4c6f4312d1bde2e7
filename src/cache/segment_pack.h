#pragma once

#include <sys/types.h>

#include <cstdint>
#include <ctime>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cache/segment_file.h"

namespace aloud {

/// A pack that is being written: a locked `seg-<random>.tmp` that seal() turns into an immutable `seg-<random>.pack`.
/// After SIGKILL what was appended is still there, under a lock that the kernel has released (recover_torn_packs).
class SegmentWriter {
 public:
  /// Sealed at this size or number, so that packs are small enough to be evicted one by one, and what a writer remembers
  /// stays under 2 MB.
  static constexpr std::uint64_t kFullBytes = 64ULL << 20;
  static constexpr std::size_t kFullTakes = 16384;

  /// Begins a pack in a directory. Null when no file can be made there.
  static std::unique_ptr<SegmentWriter> create(const std::string& directory);

  /// Goes on with a torn temporary file. Requires: `file` is open for writing and locked, `entries` are its whole records in
  /// file order.
  SegmentWriter(std::string path, UniqueDescriptor file, const std::vector<segment::IndexEntry>& entries);

  /// Abandons what was not sealed. A copy in a forked child leaves the file alone.
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  /// False when the bytes could not be written; the pack is then as before.
  bool append(const CacheKey& key, std::span<const std::byte> payload);

  std::optional<std::vector<std::byte>> find(const CacheKey& key) const;
  bool contains(const CacheKey& key) const { return places_.contains(key); }
  std::size_t takes() const { return places_.size(); }
  bool full() const { return end_ >= kFullBytes || takes() >= kFullTakes; }

  /// Writes the index, flushes to disk and renames; `last_used` becomes the pack's modification time. False when that
  /// failed or there is nothing to seal: the file is then removed. Requires: called at most once, last.
  bool seal(std::optional<timespec> last_used = std::nullopt);

 private:
  bool write_index();

  struct Place {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
  };

  std::string path_;
  UniqueDescriptor file_;
  std::uint64_t end_ = 0;  // of the last record, aligned
  std::map<CacheKey, Place> places_;
  pid_t owner_;
};

/// A sealed pack, open for reading. Holds a descriptor and no more: the index is searched where it lies. Goes on working
/// after another process has removed the file.
class SegmentReader {
 public:
  enum class State {
    good,
    other_version,  ///< written by an older or newer aloud
    damaged,        ///< no valid footer
    unreadable,     ///< gone, forbidden, or no regular file
    distrusted,     ///< somebody else could have written it
  };

  SegmentReader(const std::string& directory, std::string name, Trust trust = Trust::own_files);

  /// For a file that is open already.
  SegmentReader(UniqueDescriptor file, std::string name, Trust trust = Trust::own_files);

  State state() const { return state_; }
  const std::string& name() const { return name_; }
  std::uint64_t bytes() const { return bytes_; }
  std::uint64_t takes() const { return footer_.takes; }
  timespec last_used() const { return last_used_; }

  /// Where the records end and the index begins; for a damaged pack, the end of the file.
  std::uint64_t records_end() const { return state_ == State::good ? footer_.index_offset : bytes_; }
  const UniqueDescriptor& file() const { return file_; }

  /// The bytes of a take, checked; nullopt: not here, or damaged.
  std::optional<std::vector<std::byte>> find(const CacheKey& key) const;

  /// Notes that the pack is of use: the first call sets its modification time to now (where that is allowed).
  void touch();

  /// Whether every byte of the index is as it was written.
  bool index_is_whole() const;

 private:
  void read_footer();
  std::optional<segment::IndexEntry> look_up(const CacheKey& key) const;

  std::string name_;
  UniqueDescriptor file_;
  State state_ = State::unreadable;
  std::uint64_t bytes_ = 0;
  timespec last_used_{};
  segment::Footer footer_;
  bool touched_ = false;
};

}  // namespace aloud
