#include "cache/take_cache.h"

#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cache/cache_directory.h"
#include "cache/cache_maintenance.h"
#include "cache/segment_pack.h"
#include "util/regular_file.h"
#include "util/user_directories.h"

namespace aloud {
namespace {

using State = SegmentReader::State;

// How long a command that was asked to tidy waits for a process that is tidying already.
constexpr std::chrono::milliseconds kPatience{2000};
constexpr std::chrono::milliseconds kNoPatience{0};

// A merge by another process may remove packs between their listing and their opening; one more look then finds the new ones.
constexpr int kLooks = 3;

// Each open pack holds a descriptor, and the usual limit is 1,024.
constexpr std::size_t kMostOpenPacks = 512;

constexpr const char* kWayOut =
    "not used, since whoever can write there decides what is heard; name one of your own with --cache-dir, or trust it with "
    "--shared-cache";

}  // namespace

class TakeCache::Impl {
 public:
  explicit Impl(Options options) : options_(std::move(options)), owner_(::getpid()) {
    is_trusted_ = !distrust_of_directory(options_);
    if (options_.directory.empty() || !is_trusted_) return;
    recover_torn_packs(options_.directory, options_.trust);
    refresh();
  }

  ~Impl() {
    if (changed_ || writer_) flush();
  }

  std::optional<std::vector<std::byte>> find(const CacheKey& key) {
    if (writer_) {
      if (auto bytes = writer_->find(key)) return bytes;
    }
    for (auto pack = packs_.begin(); pack != packs_.end(); ++pack) {
      auto bytes = (*pack)->find(key);
      if (!bytes) continue;
      (*pack)->touch();
      std::rotate(packs_.begin(), pack, pack + 1);  // the next take of an article is likely in the same pack
      return bytes;
    }
    return std::nullopt;
  }

  bool store(const CacheKey& key, std::span<const std::byte> bytes) {
    if (!writer_) begin_pack();
    const bool kept = writer_ && writer_->append(key, bytes);
    if (!kept) ++failed_stores_;
    if (writer_ && writer_->full()) {
      seal();
      refresh();
    }
    return kept;
  }

  void flush() {
    if (owner_ != ::getpid()) return;
    seal();
    const bool tidy = changed_;
    changed_ = false;
    if (tidy) {
      if (const auto lock = MaintenanceLock::acquire(options_.directory, kNoPatience)) {
        evict(options_.directory, options_.size_limit, Trim::where_much_would_go, options_.trust);
        merge_packs(options_.directory, Merge::crowded, options_.trust);
      }
    }
    refresh();
  }

  CacheStats stats() const {
    CacheStats stats;
    for (const auto& pack : packs_) {
      if (pack->state() == State::good) ++stats.packs;
      if (pack->state() == State::damaged) ++stats.damaged_packs;
      if (pack->state() == State::other_version) ++stats.other_version_packs;
      if (pack->state() == State::distrusted) ++stats.distrusted_packs;
      stats.takes += static_cast<std::size_t>(pack->takes());
    }
    if (writer_) stats.takes += writer_->takes();
    stats.bytes = bytes_in(options_.directory);
    stats.failed_stores = failed_stores_;
    return stats;
  }

  std::vector<std::string> verify() const {
    if (const auto distrust = distrust_of_directory(options_)) return {*distrust};
    return verify_packs(options_.directory, options_.trust);
  }

  std::optional<std::string> distrust() const {
    if (!is_trusted_) return distrust_of_directory(options_);
    const std::size_t packs = stats().distrusted_packs;
    if (packs == 0) return std::nullopt;
    return std::to_string(packs) + (packs == 1 ? " pack" : " packs") + " in the cache " + options_.directory +
           " belong to another user, or others may write them: " + kWayOut;
  }

  std::uint64_t prune(std::uint64_t limit) {
    if (!is_trusted_) return 0;
    seal();
    changed_ = false;
    const std::uint64_t before = bytes_in(options_.directory);
    {
      const auto lock = MaintenanceLock::acquire(options_.directory, kPatience);
      evict(options_.directory, limit, Trim::always,
            options_.trust);  // before they are merged: a merged pack is as young as its youngest take
      // Without the lock nothing is merged; that two remove the same old pack does no harm.
      if (lock) merge_packs(options_.directory, Merge::everything, options_.trust);
    }
    refresh();
    return freed_since(before);
  }

  std::uint64_t clear() {
    writer_.reset();
    changed_ = false;
    const std::uint64_t before = bytes_in(options_.directory);
    {
      const auto lock = MaintenanceLock::acquire(options_.directory, kPatience);
      remove_torn_packs(options_.directory);
      evict(options_.directory, 0, Trim::where_much_would_go, options_.trust);
    }
    refresh();
    return freed_since(before);
  }

 private:
  void begin_pack() {
    if (is_trusted_ && owner_ == ::getpid() && make_private_directory(options_.directory))
      writer_ = SegmentWriter::create(options_.directory);
  }

  void seal() {
    if (!writer_) return;
    changed_ = true;
    if (!writer_->seal()) failed_stores_ += writer_->takes();
    writer_.reset();
  }

  // Opens the packs that are new, and lets go of those that are gone.
  void refresh() {
    if (!is_trusted_) return;
    for (int look = 0; look < kLooks; ++look) {
      if (open_packs(names_in(options_.directory, kPackSuffix))) break;
    }
    std::ranges::sort(packs_, [](const auto& a, const auto& b) { return is_before(b->last_used(), a->last_used()); });
  }

  // False when a name could not be opened.
  bool open_packs(std::vector<std::string> names) {
    std::ranges::sort(names);
    std::erase_if(packs_, [&](const auto& pack) { return !std::ranges::binary_search(names, pack->name()); });
    std::vector<std::string> open;
    for (const auto& pack : packs_) open.push_back(pack->name());
    std::ranges::sort(open);
    bool all = true;
    for (const std::string& name : names) {
      if (packs_.size() >= kMostOpenPacks) break;
      if (std::ranges::binary_search(open, name)) continue;
      auto pack = std::make_unique<SegmentReader>(options_.directory, name, options_.trust);
      all = all && pack->state() != State::unreadable;
      if (pack->state() != State::unreadable) packs_.push_back(std::move(pack));
    }
    return all;
  }

  std::uint64_t freed_since(std::uint64_t before) const { return before - std::min(before, bytes_in(options_.directory)); }

  Options options_;
  pid_t owner_;
  bool is_trusted_ = true;
  std::vector<std::unique_ptr<SegmentReader>> packs_;  // likeliest first
  std::unique_ptr<SegmentWriter> writer_;
  bool changed_ = false;  // a pack was sealed since the last flush
  std::size_t failed_stores_ = 0;
};

TakeCache::TakeCache(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
TakeCache::~TakeCache() = default;

std::optional<std::vector<std::byte>> TakeCache::find(const CacheKey& key) { return impl_->find(key); }
bool TakeCache::store(const CacheKey& key, std::span<const std::byte> bytes) { return impl_->store(key, bytes); }
void TakeCache::flush() { impl_->flush(); }
CacheStats TakeCache::stats() const { return impl_->stats(); }
std::optional<std::string> TakeCache::distrust() const { return impl_->distrust(); }
std::vector<std::string> TakeCache::verify() const { return impl_->verify(); }
std::uint64_t TakeCache::prune(std::uint64_t limit) { return impl_->prune(limit); }
std::uint64_t TakeCache::clear() { return impl_->clear(); }

// One that is not there will be made for this user alone.
std::optional<std::string> distrust_of_directory(const TakeCache::Options& options) {
  struct stat status {};
  const bool is_there = ::stat(options.directory.c_str(), &status) == 0;
  if (options.trust == Trust::all_files || !is_there || is_own(status)) return std::nullopt;
  return "the cache " + options.directory + " belongs to another user, or others may write it: " + kWayOut;
}

}  // namespace aloud
