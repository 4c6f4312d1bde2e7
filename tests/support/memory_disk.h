#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "util/directory.h"

namespace aloud::test {

/// What a directory in memory holds; it outlives those that are opened on it, as a disk does. Writes down the work that is
/// done.
class MemoryDisk {
 public:
  explicit MemoryDisk(std::string path = "out") : path_(std::move(path)) {}

  /// The directory. Must not outlive the disk.
  std::unique_ptr<Directory> open();

  std::map<std::string, std::string> files;  ///< by name
  std::set<std::string> links;               ///< names that stand for symbolic links
  std::set<std::string> full_at;             ///< names under which nothing can be put in place

  /// "write NAME", "append NAME" and "remove NAME" in order, and forgets them.
  std::vector<std::string> take_work();

 private:
  friend class DiskView;
  friend class MemoryFile;

  std::string path_;
  std::vector<std::string> work_;
};

}  // namespace aloud::test
