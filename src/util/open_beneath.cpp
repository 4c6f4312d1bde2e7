#include "util/open_beneath.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <optional>

namespace aloud {
namespace {

constexpr int kAlways = O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

// Kernels before 5.6 do not know the call, and the filters of some containers refuse what they do not know.
bool is_not_offered(int error_number) { return error_number == ENOSYS || error_number == EPERM; }

std::optional<UniqueDescriptor> open_by_kernel(int directory, const std::string& inner, int flags, mode_t mode) {
  static std::atomic<bool> is_offered{true};
  if (!is_offered) return std::nullopt;
  open_how how{};
  how.flags = static_cast<unsigned>(flags);
  how.mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? mode : 0;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  for (;;) {
    UniqueDescriptor file(static_cast<int>(::syscall(SYS_openat2, directory, inner.c_str(), &how, sizeof how)));
    if (file || (errno != EAGAIN && errno != EINTR && !is_not_offered(errno))) return file;
    if (!is_not_offered(errno)) continue;  // EAGAIN: something was renamed meanwhile
    if (errno == ENOSYS) is_offered = false;
    return std::nullopt;
  }
}

// "." and empty parts stand for nothing; ".." would lead out.
UniqueDescriptor open_by_component(int directory, const std::string& inner, int flags, mode_t mode) {
  if (inner.starts_with('/')) {
    errno = EXDEV;
    return {};
  }
  UniqueDescriptor at;
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(inner.find('/', begin), inner.size());
    const std::string part = inner.substr(begin, end - begin);
    if (part == "..") {
      errno = EXDEV;
      return {};
    }
    const int from = at ? at.get() : directory;
    const bool is_last = end == inner.size();
    if (is_last) return UniqueDescriptor(::openat(from, part.c_str(), flags | O_NOFOLLOW, mode));
    UniqueDescriptor next(::openat(from, part.empty() ? "." : part.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!next) return next;
    at = std::move(next);
    begin = end + 1;
  }
}

}  // namespace

UniqueDescriptor open_beneath(int directory, const std::string& inner, int flags, mode_t mode, Resolution resolution) {
  const std::string path = inner.empty() ? "." : inner;
  flags |= (flags & O_PATH) != 0 ? O_CLOEXEC : kAlways;
  if (resolution == Resolution::by_kernel) {
    if (auto file = open_by_kernel(directory, path, flags, mode)) return std::move(*file);
  }
  return open_by_component(directory, path, flags, mode);
}

std::pair<std::string, std::string> parent_and_name(const std::string& inner) {
  const std::size_t slash = inner.rfind('/');
  if (slash == std::string::npos) return {"", inner};
  return {inner.substr(0, slash), inner.substr(slash + 1)};
}

}  // namespace aloud
