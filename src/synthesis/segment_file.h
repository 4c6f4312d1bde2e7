#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "synthesis/segment_format.h"

namespace aloud {

/// An open file, closed with this object.
class FileDescriptor {
 public:
  explicit FileDescriptor(int descriptor = -1) : descriptor_(descriptor) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }

  int get() const { return descriptor_; }
  explicit operator bool() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

/// Opens a regular file, and nothing else: no symbolic link, device, FIFO or directory, whatever its name is.
FileDescriptor open_regular(const std::string& path, int flags);

std::uint64_t size_of(const FileDescriptor& file);

/// Takes the lock of an open file, or fails at once: the lock of a process that ended is free.
bool lock_now(const FileDescriptor& file);

}  // namespace aloud

namespace aloud::segment {

/// Fills `bytes` from an offset. False: the file ends before, or cannot be read.
bool read_at(const FileDescriptor& file, std::uint64_t offset, std::span<std::byte> bytes);

/// The payload of the record that an index entry speaks of; nullopt unless header and payload are whole, and of that key.
std::optional<std::vector<std::byte>> read_take(const FileDescriptor& file, const IndexEntry& entry);

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
void walk_records(const FileDescriptor& file, std::uint64_t end, RecordVisitor& visitor);

}  // namespace aloud::segment
