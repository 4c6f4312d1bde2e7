#pragma once

#include <optional>
#include <string>
#include <vector>

#include "util/staged_file.h"
#include "util/temporary_file.h"
#include "util/unique_descriptor.h"

struct stat;

namespace aloud {

/// A file that appears under its name whole or not at all.
///
/// Bytes go to a temporary file in the same directory (util/temporary_file.h), which the destructor abandons. commit() flushes
/// it to disk and renames it over the name.
class AtomicFile final : public StagedFile {
 public:
  /// By a path that a person typed: symbolic links are followed, and a path that is there and is no regular file (/dev/null, a
  /// FIFO, /dev/stdout where that is a pipe) is written to directly.
  /// On failure (no such directory, no permission, a directory of that name) throws Error{output}.
  explicit AtomicFile(std::string path);

  /// Beneath an open directory, where others may have put something: `name` (without "/") is a regular file or not there.
  /// `path` is for messages. On failure (a link, a FIFO, no permission) throws Error{output}.
  AtomicFile(UniqueDescriptor directory, std::string name, std::string path);

  ~AtomicFile() override;
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::span<const std::byte> bytes) override;
  bool can_rewrite() const override { return regular_; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override;
  bool can_read_back() const override { return regular_; }
  std::size_t read_back(std::uint64_t offset, std::span<std::byte> bytes) override;
  std::uint64_t size() const override { return flushed_ + buffer_.size(); }

  void prepare() override;
  void commit() override;

  const std::string& path() const { return path_; }

 private:
  void open_temporary(UniqueDescriptor directory, const struct stat* existing);
  void flush();
  void start_write_back();
  int descriptor() const { return temporary_ ? temporary_->descriptor() : direct_.get(); }
  [[noreturn]] void fail(int error_number) const;

  std::string path_;                        // as asked for, for messages
  std::string name_;                        // in its directory, with symbolic links followed
  std::optional<TemporaryFile> temporary_;  // of a regular file
  UniqueDescriptor direct_;                 // of any other
  bool regular_ = true, prepared_ = false;
  std::uint64_t flushed_ = 0, on_its_way_ = 0;
  std::vector<std::byte> buffer_;
};

/// Standard output, or any open descriptor, as a sink. Does not close it.
class DescriptorSink final : public ByteSink {
 public:
  DescriptorSink(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  void write(std::span<const std::byte> bytes) override;
  bool can_rewrite() const override { return false; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override;
  std::uint64_t size() const override { return written_; }

 private:
  int descriptor_;
  std::string name_;
  std::uint64_t written_ = 0;
};

/// Counts bytes and forgets them.
class NullSink final : public ByteSink {
 public:
  void write(std::span<const std::byte> bytes) override { written_ += bytes.size(); }
  bool can_rewrite() const override { return true; }
  void rewrite(std::uint64_t /*offset*/, std::span<const std::byte> /*bytes*/) override {}
  std::uint64_t size() const override { return written_; }

 private:
  std::uint64_t written_ = 0;
};

}  // namespace aloud
