#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "cache/segment_pack.h"
#include "util/regular_file.h"

namespace aloud {
namespace {

using segment::IndexEntry;

// Entries read at once from the index, 12 KB. Keys are digests and so evenly spread: in a pack of n takes the place of a
// key is guessed within sqrt(n)/2 (one standard deviation), so even in a full pack 19 of 20 searches end with the first read.
constexpr std::uint64_t kWindowEntries = 256;

std::uint64_t expected_rank(const CacheKey& key, std::uint64_t takes) {
  std::uint64_t leading = 0;  // the first 32 bits of the key: times the takes, they still fit
  for (std::size_t i = 0; i < 4; ++i) leading = leading << 8U | std::to_integer<std::uint64_t>(key[i]);
  return leading * takes >> 32U;
}

// Compares a key with that of an encoded entry, as memcmp().
int compare(const CacheKey& key, std::span<const std::byte> entry) { return std::memcmp(key.data(), entry.data(), key.size()); }

std::span<const std::byte, segment::kEntryBytes> entry_at(std::span<const std::byte> window, std::uint64_t rank) {
  return window.subspan(static_cast<std::size_t>(rank) * segment::kEntryBytes).first<segment::kEntryBytes>();
}

std::optional<IndexEntry> search_window(const CacheKey& key, std::span<const std::byte> window, std::uint64_t count) {
  std::uint64_t low = 0;
  while (low < count) {
    const std::uint64_t middle = low + (count - low) / 2;
    const int order = compare(key, entry_at(window, middle));
    if (order == 0) return segment::decode_entry(entry_at(window, middle));
    if (order < 0) {
      count = middle;
    } else {
      low = middle + 1;
    }
  }
  return std::nullopt;
}

}  // namespace

SegmentReader::SegmentReader(const std::string& directory, std::string name, Trust trust)
    : SegmentReader(open_regular(directory + "/" + name, O_RDONLY), name, trust) {}

SegmentReader::SegmentReader(UniqueDescriptor file, std::string name, Trust trust)
    : name_(std::move(name)), file_(std::move(file)) {
  struct stat status {};
  if (!file_ || ::fstat(file_.get(), &status) != 0) return;
  bytes_ = static_cast<std::uint64_t>(status.st_size);
  last_used_ = status.st_mtim;
  if (trust == Trust::own_files && !is_own(status)) {
    state_ = State::distrusted;
  } else {
    read_footer();
  }
}

void SegmentReader::read_footer() {
  state_ = State::damaged;
  std::array<std::byte, segment::kFooterBytes> bytes{};
  if (bytes_ >= bytes.size() && segment::read_at(file_, bytes_ - bytes.size(), bytes)) {
    if (const auto footer = segment::decode_footer(bytes, bytes_)) {
      footer_ = *footer;
      state_ = State::good;
      return;
    }
    if (segment::version_of_footer(bytes).value_or(segment::kVersion) != segment::kVersion) state_ = State::other_version;
  }
}

std::optional<std::vector<std::byte>> SegmentReader::find(const CacheKey& key) const {
  if (state_ != State::good) return std::nullopt;
  const auto entry = look_up(key);
  // A damaged entry must not make us ask for memory that the file cannot fill.
  const bool inside = entry && entry->offset <= bytes_ && entry->length <= bytes_ - entry->offset;
  if (!inside) return std::nullopt;
  return segment::read_take(file_, *entry);
}

std::optional<IndexEntry> SegmentReader::look_up(const CacheKey& key) const {
  std::array<std::byte, kWindowEntries * segment::kEntryBytes> window;  // NOLINT: read_at() fills what is used
  std::uint64_t low = 0;
  std::uint64_t high = footer_.takes;
  std::uint64_t guess = expected_rank(key, footer_.takes);
  while (low < high) {
    const std::uint64_t count = std::min(kWindowEntries, high - low);
    const std::uint64_t centred = guess - std::min(guess, kWindowEntries / 2);
    const std::uint64_t first = std::clamp(centred, low, high - count);
    const auto bytes = std::span(window).first(static_cast<std::size_t>(count) * segment::kEntryBytes);
    if (!segment::read_at(file_, footer_.index_offset + first * segment::kEntryBytes, bytes)) return std::nullopt;
    if (compare(key, entry_at(bytes, 0)) < 0) {
      high = first;
    } else if (compare(key, entry_at(bytes, count - 1)) > 0) {
      low = first + count;
    } else {
      return search_window(key, bytes, count);
    }
    guess = low + (high - low) / 2;
  }
  return std::nullopt;
}

void SegmentReader::touch() {
  if (touched_) return;
  touched_ = true;
  const std::array<timespec, 2> times{{{0, UTIME_OMIT}, {0, UTIME_NOW}}};
  ::futimens(file_.get(), times.data());
}

bool SegmentReader::index_is_whole() const {
  std::vector<std::byte> index(static_cast<std::size_t>(footer_.takes) * segment::kEntryBytes);
  return state_ == State::good && segment::read_at(file_, footer_.index_offset, index) &&
         segment::checksum(index) == footer_.index_checksum;
}

}  // namespace aloud
