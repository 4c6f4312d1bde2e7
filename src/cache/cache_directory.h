#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cache/segment_file.h"

namespace aloud {

/// The names in a cache directory that are ours: seg-<16 hexadecimal digits>.pack or .tmp, and kLockName. Nothing else is
/// ever opened, counted or removed.
inline constexpr std::string_view kPackPrefix = "seg-";
inline constexpr std::string_view kPackSuffix = ".pack";
inline constexpr std::string_view kTemporarySuffix = ".tmp";
inline constexpr std::string_view kLockName = "lock";

struct PackFile {
  std::string name;
  std::uint64_t bytes = 0;
  timespec last_used{};
};

/// Names of ours with that suffix, in no order. A directory that cannot be read has none.
std::vector<std::string> names_in(const std::string& directory, std::string_view suffix);

/// All packs, whatever is in them, last used first.
std::vector<PackFile> packs_in(const std::string& directory);

/// Removes a file of ours. Returns whether it was there.
bool remove_from(const std::string& directory, const std::string& name);

/// The right to merge and evict, held by one process at a time. A process that ends, however it ends, gives it back.
class MaintenanceLock {
 public:
  /// nullopt when another process still holds it after `patience`, or the directory cannot be written.
  static std::optional<MaintenanceLock> acquire(const std::string& directory, std::chrono::milliseconds patience);

 private:
  explicit MaintenanceLock(UniqueDescriptor file) : file_(std::move(file)) {}
  UniqueDescriptor file_;
};

/// Earlier use first.
inline bool is_before(const timespec& a, const timespec& b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

}  // namespace aloud
