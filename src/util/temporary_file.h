#pragma once

#include <string>

#include "util/unique_descriptor.h"

namespace aloud {

/// A file in a directory on its way to its name there.
///
/// It has no name where the file system can make such (nothing is left behind even by SIGKILL), else one of a mark that
/// nobody else uses: ".aloud-<16 hexadecimal digits>.tmp". It is locked as long as its process lives, so that what a
/// killed one left behind is known as such.
class TemporaryFile {
 public:
  /// Takes an open directory. Nothing is made yet.
  explicit TemporaryFile(UniqueDescriptor directory);
  ~TemporaryFile();  ///< abandons what was not put in place
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // These return 0, or the errno of what failed.

  /// Makes the file, for whom the umask lets read and write.
  int open();

  /// Makes sure that it has a name: all of place() that needs room.
  int give_name();

  /// Renames it, over what is there. Requires: give_name() went well.
  int place(const std::string& name);

  int descriptor() const { return file_.get(); }
  int directory() const { return directory_.get(); }

 private:
  friend void remove_temporary_files() noexcept;
  int open_named();

  UniqueDescriptor directory_, file_;
  std::string name_;  // empty while it has none
};

/// Removes the temporary files in an open directory that were made by processes that live no more.
void remove_orphaned_temporaries(int directory);

/// Removes the named temporary files of this process. Async-signal-safe: for a handler that is about to end it.
void remove_temporary_files() noexcept;

}  // namespace aloud
