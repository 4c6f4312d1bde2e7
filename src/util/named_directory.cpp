#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "util/disk_directory.h"
#include "util/error.h"
#include "util/regular_file.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr int kFlags = O_PATH | O_DIRECTORY | O_CLOEXEC;

bool same_file(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

// The directories themselves and not their names: a path may lead into one by any way.
std::vector<struct stat> identities_of(const std::vector<std::string>& directories) {
  struct stat root {};
  ::stat("/", &root);
  std::vector<struct stat> identities;
  for (const std::string& directory : directories) {
    struct stat status {};
    if (::stat(directory.empty() ? "." : directory.c_str(), &status) == 0 && !same_file(status, root))
      identities.push_back(status);
  }
  return identities;
}

// Walks down a path, part by part.
class Walk {
 public:
  Walk(const fs::path& path, const std::vector<std::string>& guarded, Make make)
      : guarded_(identities_of(guarded)), make_(make), walked_(path.root_path()) {
    arrive(UniqueDescriptor(::open(path.is_absolute() ? "/" : ".", kFlags)));
  }

  /// False: it is not there, and not to be made.
  bool step(const std::string& part, bool is_last) {
    walked_ /= part;
    if (part == "..") is_guarded_ = false;
    const int flags = kFlags | (is_guarded_ || is_last ? O_NOFOLLOW : 0);
    UniqueDescriptor next(::openat(at_.get(), part.c_str(), flags));
    if (!next && errno == ENOENT && make_ == Make::no) return false;
    if (!next && errno == ENOENT) {
      if (::mkdirat(at_.get(), part.c_str(), 0777) != 0 && errno != EEXIST)
        fail("cannot make the directory: " + describe_errno(errno));
      next = UniqueDescriptor(::openat(at_.get(), part.c_str(), flags));
    }
    if (!next) refuse(part, errno);
    arrive(std::move(next));
    return true;
  }

  UniqueDescriptor finish() { return std::move(at_); }

 private:
  void arrive(UniqueDescriptor directory) {
    at_ = std::move(directory);
    struct stat status {};
    ::fstat(at_.get(), &status);
    is_guarded_ = is_guarded_ || std::ranges::any_of(guarded_, [&](const struct stat& one) { return same_file(one, status); });
  }

  [[noreturn]] void refuse(const std::string& part, int error_number) const {
    struct stat status {};
    if (::fstatat(at_.get(), part.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) fail(describe_errno(error_number));
    if (S_ISLNK(status.st_mode))
      fail("is a symbolic link, which outputs are not written through: name the directory that it leads to");
    if (!S_ISDIR(status.st_mode)) fail("is " + kind_of_file(status.st_mode) + ", not a directory");
    fail("cannot open: " + describe_errno(error_number));
  }

  [[noreturn]] void fail(const std::string& message) const {
    throw Error(ErrorKind::output, message, {walked_.string(), 0, 0});
  }

  std::vector<struct stat> guarded_;
  Make make_;
  fs::path walked_;
  UniqueDescriptor at_;
  bool is_guarded_ = false;
};

}  // namespace

// Without its "..", but for those at its beginning: between names these say nothing where no link is followed.
UniqueDescriptor open_named_directory(const std::string& path, const std::vector<std::string>& guarded, Make make) {
  const fs::path normal = fs::path(path).lexically_normal();
  std::vector<std::string> parts;
  for (const fs::path& part : normal.relative_path()) {
    if (!part.empty() && part != ".") parts.push_back(part.string());
  }
  Walk walk(normal, guarded, make);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!walk.step(parts[i], i + 1 == parts.size())) return {};
  }
  return walk.finish();
}

}  // namespace aloud
