#include "cache/cache_directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <thread>

#include "util/file_lock.h"
#include "util/monotonic_clock.h"

namespace aloud {
namespace {

constexpr std::size_t kStemDigits = 16;

bool is_ours(std::string_view name, std::string_view suffix) {
  if (name.size() != kPackPrefix.size() + kStemDigits + suffix.size()) return false;
  if (!name.starts_with(kPackPrefix) || !name.ends_with(suffix)) return false;
  return name.substr(kPackPrefix.size(), kStemDigits).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct CloseDirectory {
  void operator()(DIR* stream) const { ::closedir(stream); }
};

}  // namespace

std::vector<std::string> names_in(const std::string& directory, std::string_view suffix) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, CloseDirectory> stream(::opendir(directory.c_str()));
  if (!stream) return names;
  while (const dirent* entry = ::readdir(stream.get())) {
    if (is_ours(entry->d_name, suffix)) names.emplace_back(entry->d_name);
  }
  return names;
}

std::vector<PackFile> packs_in(const std::string& directory) {
  std::vector<PackFile> packs;
  for (std::string& name : names_in(directory, kPackSuffix)) {
    struct stat status {};
    if (::lstat((directory + "/" + name).c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    packs.push_back({std::move(name), static_cast<std::uint64_t>(status.st_size), status.st_mtim});
  }
  std::ranges::sort(packs, [](const PackFile& a, const PackFile& b) {
    if (is_before(b.last_used, a.last_used)) return true;
    return !is_before(a.last_used, b.last_used) && a.name < b.name;
  });
  return packs;
}

bool remove_from(const std::string& directory, const std::string& name) {
  return ::unlink((directory + "/" + name).c_str()) == 0;
}

std::optional<MaintenanceLock> MaintenanceLock::acquire(const std::string& directory, std::chrono::milliseconds patience) {
  UniqueDescriptor file = open_regular(directory + "/" + std::string(kLockName), O_RDWR | O_CREAT);
  if (!file) return std::nullopt;
  constexpr std::chrono::milliseconds kPause{10};
  const auto deadline = MonotonicClock::now() + patience;
  while (!lock_now(file)) {
    if (MonotonicClock::now() >= deadline) return std::nullopt;
    std::this_thread::sleep_for(kPause);
  }
  return MaintenanceLock(std::move(file));
}

}  // namespace aloud
