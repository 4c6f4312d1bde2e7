#include "util/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace aloud {

bool lock_now(const UniqueDescriptor& file) { return ::flock(file.get(), LOCK_EX | LOCK_NB) == 0; }

bool is_at(const UniqueDescriptor& file, int directory, const std::string& name) {
  struct stat open_file {};
  struct stat named_file {};
  return ::fstat(file.get(), &open_file) == 0 && ::fstatat(directory, name.c_str(), &named_file, AT_SYMLINK_NOFOLLOW) == 0 &&
         open_file.st_ino == named_file.st_ino && open_file.st_dev == named_file.st_dev;
}

}  // namespace aloud
