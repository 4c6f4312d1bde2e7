#include "util/temporary_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>
#include <vector>

#include "util/file_lock.h"

namespace aloud {
namespace {

constexpr std::string_view kPrefix = ".aloud-";
constexpr std::string_view kSuffix = ".tmp";
constexpr std::size_t kDigits = 16;
constexpr int kAttempts = 100;
constexpr mode_t kMode = 0666;  // less the umask: the kernel's business, as reading it would change it for all threads

// Files that a signal handler has to remove. A slot is taken with its pointer, so that a handler sees a whole one or none.
std::array<std::atomic<const TemporaryFile*>, 64> named_files{};

void exchange_slot(const TemporaryFile* from, const TemporaryFile* to) {
  for (auto& slot : named_files) {
    const TemporaryFile* expected = from;
    if (slot.compare_exchange_strong(expected, to)) return;
  }
}

std::string random_name() {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number) number = static_cast<std::uint64_t>(::getpid());
  std::array<char, kDigits + 1> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(number));
  return std::string(kPrefix) + digits.data() + std::string(kSuffix);
}

bool is_temporary_name(std::string_view name) {
  if (name.size() != kPrefix.size() + kDigits + kSuffix.size()) return false;
  return name.starts_with(kPrefix) && name.ends_with(kSuffix) &&
         name.substr(kPrefix.size(), kDigits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string path_of_descriptor(int descriptor) { return "/proc/self/fd/" + std::to_string(descriptor); }

// By its owner's user alone: nobody else's file is ours, whatever its name is.
void remove_if_orphaned(int directory, const std::string& name) {
  const UniqueDescriptor file(::openat(directory, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != ::geteuid()) return;
  if (lock_now(file) && is_at(file, directory, name)) ::unlinkat(directory, name.c_str(), 0);
}

struct CloseDirectory {
  void operator()(DIR* stream) const { ::closedir(stream); }
};

}  // namespace

TemporaryFile::TemporaryFile(UniqueDescriptor directory) : directory_(std::move(directory)) {}

TemporaryFile::~TemporaryFile() {
  if (name_.empty()) return;
  exchange_slot(this, nullptr);
  ::unlinkat(directory_.get(), name_.c_str(), 0);
}

int TemporaryFile::open() {
  file_ = UniqueDescriptor(::openat(directory_.get(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, kMode));
  const bool can_be_named = file_ && ::access(path_of_descriptor(file_.get()).c_str(), F_OK) == 0;
  if (!can_be_named) return open_named();
  lock_now(file_);  // before it has a name that somebody could see
  return 0;
}

int TemporaryFile::open_named() {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string name = random_name();
    file_ = UniqueDescriptor(::openat(directory_.get(), name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kMode));
    if (!file_ && errno != EEXIST) return errno;
    // Between its making and its locking another process may have taken it for a dead one's and removed it.
    if (!file_ || (lock_now(file_) && !is_at(file_, directory_.get(), name))) continue;
    name_ = name;
    exchange_slot(nullptr, this);
    return 0;
  }
  return EEXIST;
}

// linkat() cannot replace a file, so the nameless file gets a passing name first.
int TemporaryFile::give_name() {
  for (int attempt = 0; name_.empty() && attempt < kAttempts; ++attempt) {
    std::string name = random_name();
    const std::string file = path_of_descriptor(file_.get());
    if (::linkat(AT_FDCWD, file.c_str(), directory_.get(), name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
      name_ = std::move(name);
      exchange_slot(nullptr, this);
    } else if (errno != EEXIST) {
      return errno;
    }
  }
  return name_.empty() ? EEXIST : 0;
}

int TemporaryFile::place(const std::string& name) {
  if (::renameat(directory_.get(), name_.c_str(), directory_.get(), name.c_str()) != 0) return errno;
  exchange_slot(this, nullptr);
  name_.clear();
  return 0;
}

void remove_orphaned_temporaries(int directory) {
  const int own = ::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::unique_ptr<DIR, CloseDirectory> stream(own < 0 ? nullptr : ::fdopendir(own));
  if (!stream) return;
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(stream.get())) {
    if (is_temporary_name(entry->d_name)) names.emplace_back(entry->d_name);
  }
  for (const std::string& name : names) remove_if_orphaned(directory, name);
}

void remove_temporary_files() noexcept {
  for (auto& slot : named_files) {
    const TemporaryFile* file = slot.exchange(nullptr);
    if (file != nullptr) ::unlinkat(file->directory_.get(), file->name_.c_str(), 0);
  }
}

}  // namespace aloud
