#pragma once

#include <string>
#include <vector>

#include "util/byte_sink.h"

namespace aloud {

/// A file that appears under its name whole or not at all.
///
/// Bytes go to a temporary file in the same directory: one without a name where the file system can (nothing is left
/// behind even by SIGKILL), else a hidden one that the destructor removes. commit() flushes it to disk and renames it over the
/// name. A path that is there and is no regular file (/dev/null, a FIFO, /dev/stdout where that is a pipe) is written to
/// directly.
class AtomicFile final : public ByteSink {
 public:
  /// On failure (no such directory, no permission, a directory of that name) throws Error{output}.
  explicit AtomicFile(std::string path);
  ~AtomicFile() override;  ///< abandons what was not committed
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::span<const std::byte> bytes) override;
  bool can_rewrite() const override { return regular_; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override;
  bool can_read_back() const override { return regular_; }
  std::size_t read_back(std::uint64_t offset, std::span<std::byte> bytes) override;
  std::uint64_t size() const override { return flushed_ + buffer_.size(); }

  /// Does all of commit() that can fail for want of room, so that several files can be put in place together or not at all.
  /// Requires: nothing is written afterwards. On failure throws Error{output}.
  void prepare();

  /// Puts the file in place. Requires: called at most once, last. On failure throws Error{output}; the name is then untouched.
  void commit();

  const std::string& path() const { return path_; }

 private:
  void open_temporary();
  void flush();
  void start_write_back();
  void give_name();
  std::string passing_name(unsigned attempt) const;
  [[noreturn]] void fail(int error_number) const;

  std::string path_;            // as asked for, for messages
  std::string target_;          // with symbolic links followed
  std::string temporary_name_;  // empty while the temporary has no name
  int descriptor_ = -1;
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

/// Removes the named temporary files of all AtomicFiles that are open. Async-signal-safe: for a handler that is about to
/// end the process.
void remove_temporary_files() noexcept;

}  // namespace aloud
