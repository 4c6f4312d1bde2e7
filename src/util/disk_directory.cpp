#include "util/disk_directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "util/atomic_file.h"
#include "util/error.h"
#include "util/regular_file.h"
#include "util/temporary_file.h"

namespace aloud {
namespace {

constexpr int kDirectoryFlags = O_PATH | O_DIRECTORY;

EntryKind kind_of_mode(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::directory;
  return S_ISLNK(mode) ? EntryKind::link : EntryKind::other;
}

// Some file systems have no locks; who writes on them is on his own.
bool locks_are_missing(int error_number) {
  return error_number == ENOLCK || error_number == ENOSYS || error_number == EOPNOTSUPP || error_number == EINVAL;
}

class FileLock final : public DirectoryLock {
 public:
  explicit FileLock(UniqueDescriptor file) : file_(std::move(file)) {}

 private:
  UniqueDescriptor file_;
};

struct CloseDirectory {
  void operator()(DIR* stream) const { ::closedir(stream); }
};

// What stands in the way, for a message: nothing was followed to find out.
std::string obstacle_at(int directory, const std::string& name, int error_number) {
  struct stat status {};
  const bool is_there = ::fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  if (is_there && !S_ISDIR(status.st_mode))
    return "is " + kind_of_file(status.st_mode) + ", where a directory was expected" +
           (S_ISLNK(status.st_mode) ? ": links are not followed here, name the directory that it leads to" : "");
  return "cannot make the directory: " + describe_errno(error_number);
}

}  // namespace

DiskDirectory::DiskDirectory(std::string path, UniqueDescriptor directory, Resolution resolution)
    : path_(std::move(path)), directory_(std::move(directory)), resolution_(resolution) {}

UniqueDescriptor DiskDirectory::open(const std::string& inner, int flags, mode_t mode) const {
  return open_beneath(directory_.get(), inner, flags, mode, resolution_);
}

void DiskDirectory::fail(const std::string& inner, const std::string& message) const {
  throw Error(ErrorKind::output, message, {path_of(inner), 0, 0});
}

EntryKind DiskDirectory::kind_of(const std::string& inner) const {
  const auto [parent, name] = parent_and_name(inner);
  const UniqueDescriptor directory = open(parent, kDirectoryFlags);
  struct stat status {};
  const bool is_there = directory && ::fstatat(directory.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
  return is_there ? kind_of_mode(status.st_mode) : EntryKind::missing;
}

std::vector<std::string> DiskDirectory::names_in(const std::string& inner) const {
  UniqueDescriptor directory = open(inner, O_RDONLY | O_DIRECTORY);
  const std::unique_ptr<DIR, CloseDirectory> stream(directory ? ::fdopendir(directory.get()) : nullptr);
  std::vector<std::string> names;
  if (!stream) return names;
  directory.release();
  while (const dirent* entry = ::readdir(stream.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::ranges::sort(names);
  return names;
}

std::optional<std::string> DiskDirectory::read(const std::string& inner, std::size_t most) const {
  return read_regular(open(inner, O_RDONLY), most);
}

std::optional<FileDigest> DiskDirectory::digest_of(const std::string& inner) const {
  return digest_of_file(open(inner, O_RDONLY));
}

// The directory `inner`, made where it is missing.
UniqueDescriptor DiskDirectory::make_directories(const std::string& inner) const {
  UniqueDescriptor at = open("", kDirectoryFlags);
  for (std::size_t begin = 0; at && begin < inner.size();) {
    const std::size_t end = std::min(inner.find('/', begin), inner.size());
    const std::string part = inner.substr(begin, end - begin);
    ::mkdirat(at.get(), part.c_str(), 0777);  // whether it was there already or cannot be made, opening it tells
    const int error_number = errno;
    UniqueDescriptor next = open_beneath(at.get(), part, kDirectoryFlags, 0, resolution_);
    if (!next) fail(inner.substr(0, end), obstacle_at(at.get(), part, error_number));
    at = std::move(next);
    begin = end + 1;
  }
  if (!at) fail(inner, "cannot make the directory: " + describe_errno(errno));
  return at;
}

std::unique_ptr<StagedFile> DiskDirectory::create(const std::string& inner) {
  auto [parent, name] = parent_and_name(inner);
  return std::make_unique<AtomicFile>(make_directories(parent), std::move(name), path_of(inner));
}

// A file with a second name elsewhere is not added to: that name may be anybody's.
bool DiskDirectory::append(const std::string& inner, std::string_view text) {
  const UniqueDescriptor file = open(inner, O_WRONLY | O_CREAT | O_APPEND, 0666);
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_nlink != 1) return false;
  return ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

void DiskDirectory::remove(const std::string& inner) {
  auto [parent, name] = parent_and_name(inner);
  const UniqueDescriptor directory = open(parent, kDirectoryFlags);
  if (!directory && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP)) return;
  if (!directory || (::unlinkat(directory.get(), name.c_str(), 0) != 0 && errno != ENOENT))
    fail(inner, "cannot remove: " + describe_errno(errno));
  while (!parent.empty()) {
    const auto [above, last] = parent_and_name(parent);
    const UniqueDescriptor from = open(above, kDirectoryFlags);
    if (!from || ::unlinkat(from.get(), last.c_str(), AT_REMOVEDIR) != 0) return;  // it holds something else
    parent = above;
  }
}

void DiskDirectory::remove_orphaned_temporaries(const std::string& inner) {
  const UniqueDescriptor directory = open(inner, kDirectoryFlags);
  if (directory) aloud::remove_orphaned_temporaries(directory.get());
}

std::unique_ptr<DirectoryLock> DiskDirectory::lock(const std::string& inner, LockKind kind,
                                                   const std::function<void()>& on_wait) {
  const bool exclusive = kind == LockKind::exclusive;
  if (!directory_ && !exclusive) return nullptr;
  UniqueDescriptor file = open(inner, exclusive ? O_RDWR | O_CREAT : O_RDONLY, 0666);
  if (!file && errno == ENOENT && !exclusive) return nullptr;
  if (!file) fail(inner, "cannot write: " + describe_errno(errno));
  const int operation = exclusive ? LOCK_EX : LOCK_SH;
  if (::flock(file.get(), operation | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK && on_wait) on_wait();
    while (::flock(file.get(), operation) != 0) {
      if (locks_are_missing(errno)) return nullptr;
      if (errno != EINTR) fail(inner, "cannot lock: " + describe_errno(errno));
    }
  }
  return std::make_unique<FileLock>(std::move(file));
}

}  // namespace aloud
