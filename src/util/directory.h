#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/digest.h"
#include "util/staged_file.h"

namespace aloud {

/// What a name in a directory stands for.
enum class EntryKind { missing, file, directory, link, other };

enum class LockKind { shared, exclusive };

/// A lock that is held as long as this lives, and no longer than the process.
class DirectoryLock {
 public:
  virtual ~DirectoryLock() = default;
};

/// A directory and what lies beneath it, and nothing else: no name leads out of it. The real one is DiskDirectory; tests have
/// one in memory.
///
/// Names are paths beneath the directory: relative, without "." and "..", separated by "/". Only regular files are read and
/// written; symbolic links are not followed, whoever made them.
class Directory {
 public:
  virtual ~Directory() = default;

  /// As it was named by who asked for it; empty for the current directory. For messages.
  virtual const std::string& path() const = 0;
  std::string path_of(const std::string& inner) const {
    return path() + (path().empty() || path().ends_with('/') ? "" : "/") + inner;
  }

  virtual EntryKind kind_of(const std::string& inner) const = 0;

  /// The names in a directory beneath this one ("": in this one), sorted. None where there is no such directory.
  virtual std::vector<std::string> names_in(const std::string& inner) const = 0;

  /// A file's bytes; nullopt where there is none that can be read, or more than `most` bytes.
  virtual std::optional<std::string> read(const std::string& inner, std::size_t most) const = 0;

  /// Its size and digest; nullopt where there is no file that can be read.
  virtual std::optional<FileDigest> digest_of(const std::string& inner) const = 0;

  /// Begins a file, which appears under its name when it is committed; makes the directories above it.
  /// On failure (a link in the place of the file or of a directory, no permission) throws Error{output}.
  virtual std::unique_ptr<StagedFile> create(const std::string& inner) = 0;

  /// Adds to the end of a file, which is made if it is not there. Returns whether all of it was written.
  virtual bool append(const std::string& inner, std::string_view text) = 0;

  /// Removes a file, and then the directories above it that are empty. What is not there is no error.
  /// On failure throws Error{output}.
  virtual void remove(const std::string& inner) = 0;

  /// Removes from a directory beneath this one what processes that were killed left of files that they were making.
  virtual void remove_orphaned_temporaries(const std::string& inner) = 0;

  /// Locks a file, which an exclusive lock makes if it is not there; calls `on_wait` before it waits for another process.
  /// Null: the file is not there, or the file system has no locks. On failure (no permission, a link) throws Error{output}.
  virtual std::unique_ptr<DirectoryLock> lock(const std::string& inner, LockKind kind,
                                              const std::function<void()>& on_wait) = 0;
};

}  // namespace aloud
