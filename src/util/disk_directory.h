#pragma once

#include <string>
#include <vector>

#include "util/directory.h"
#include "util/open_beneath.h"
#include "util/unique_descriptor.h"

namespace aloud {

/// A directory of the file system, held by its descriptor: whatever becomes of its name, and whatever links others put into it,
/// what is opened lies beneath it.
class DiskDirectory final : public Directory {
 public:
  /// `path` is for messages. Without a descriptor the directory is not there: it holds nothing, and making something fails.
  DiskDirectory(std::string path, UniqueDescriptor directory, Resolution resolution = Resolution::by_kernel);

  const std::string& path() const override { return path_; }
  EntryKind kind_of(const std::string& inner) const override;
  std::vector<std::string> names_in(const std::string& inner) const override;
  std::optional<std::string> read(const std::string& inner, std::size_t most) const override;
  std::optional<FileDigest> digest_of(const std::string& inner) const override;
  std::unique_ptr<StagedFile> create(const std::string& inner) override;
  bool append(const std::string& inner, std::string_view text) override;
  void remove(const std::string& inner) override;
  void remove_orphaned_temporaries(const std::string& inner) override;
  std::unique_ptr<DirectoryLock> lock(const std::string& inner, LockKind kind, const std::function<void()>& on_wait) override;

 private:
  UniqueDescriptor open(const std::string& inner, int flags, mode_t mode = 0) const;
  UniqueDescriptor make_directories(const std::string& inner) const;
  [[noreturn]] void fail(const std::string& inner, const std::string& message) const;

  std::string path_;
  UniqueDescriptor directory_;
  Resolution resolution_;
};

enum class Make { no, yes };

/// Opens a directory to write into, by a path that a person or a project named.
///
/// `guarded` are directories whose contents strangers may have made (a clone, where a project file lies): beneath one of them
/// no part of the path may be a symbolic link, and the last part nowhere. Links elsewhere on the way are the system's own, and
/// followed. The file system's root is never guarded.
/// Make::yes makes what is missing of it. Make::no returns an empty descriptor for a directory that is not there.
/// On failure (a link, no directory, no permission) throws Error{output} at the part that is to blame.
UniqueDescriptor open_named_directory(const std::string& path, const std::vector<std::string>& guarded, Make make);

}  // namespace aloud
