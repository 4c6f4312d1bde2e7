#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cache/segment_format.h"
#include "util/unique_descriptor.h"

namespace aloud {

/// Whose files are believed: whoever can write a pack decides what is heard.
enum class Trust {
  own_files,  ///< the user's and root's, that nobody else may write
  all_files,
};

/// Opens a regular file, and nothing else: no symbolic link, device, FIFO or directory, whatever its name is.
UniqueDescriptor open_regular(const std::string& path, int flags);

std::uint64_t size_of(const UniqueDescriptor& file);

}  // namespace aloud

namespace aloud::segment {

/// Fills `bytes` from an offset. False: the file ends before, or cannot be read.
bool read_at(const UniqueDescriptor& file, std::uint64_t offset, std::span<std::byte> bytes);

/// The payload of the record that an index entry speaks of; nullopt unless header and payload are whole, and of that key.
std::optional<std::vector<std::byte>> read_take(const UniqueDescriptor& file, const IndexEntry& entry);

/// What a walk over the records finds.
class RecordVisitor {
 public:
  virtual ~RecordVisitor() = default;

  /// A whole record. False ends the walk.
  virtual bool on_record(const IndexEntry& entry, std::span<const std::byte> payload) = 0;

  /// A place where no whole record is; the walk goes on at the next whole header.
  virtual void on_damage(std::uint64_t offset) = 0;
};

/// Visits the records in [0, end) in file order, by their headers alone: it needs no index, and leaps over damage.
void walk_records(const UniqueDescriptor& file, std::uint64_t end, RecordVisitor& visitor);

}  // namespace aloud::segment
