#include "cache/cache_maintenance.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <bit>

#include "cache/cache_directory.h"
#include "cache/segment_pack.h"
#include "util/file_lock.h"
#include "util/regular_file.h"

namespace aloud {
namespace {

using segment::IndexEntry;
using State = SegmentReader::State;

// Packs are merged with others of their size: each size class is four times the one before. With eight to a merge, a byte is
// copied at most once per class, and at most 35 packs stay, besides those too large to merge.
constexpr std::size_t kPacksPerMerge = 8;
constexpr std::uint64_t kLargestMerged = 16ULL << 20;  // a merge costs 0.3 s at worst

unsigned size_class(std::uint64_t bytes) {
  constexpr unsigned kSmallestClassBits = 16;  // 64 KB
  const auto bits = static_cast<unsigned>(std::bit_width(bytes));
  return bits <= kSmallestClassBits ? 0 : (bits - kSmallestClassBits + 1) / 2;
}

// Gathers the whole records of a torn pack.
class TornRecords final : public segment::RecordVisitor {
 public:
  bool on_record(const IndexEntry& entry, std::span<const std::byte> /*payload*/) override {
    entries_.push_back(entry);
    return entries_.size() < SegmentWriter::kFullTakes;
  }
  void on_damage(std::uint64_t /*offset*/) override {}
  const std::vector<IndexEntry>& entries() const { return entries_; }

 private:
  std::vector<IndexEntry> entries_;
};

// Opens a temporary file that no living process writes. Locked: its writer lives. Not at its path: the writer sealed it just
// now.
UniqueDescriptor open_torn(const std::string& path, Trust trust) {
  UniqueDescriptor file = open_regular(path, O_RDWR);
  struct stat status {};
  if (!file || !lock_now(file) || !is_at(file, AT_FDCWD, path) || ::fstat(file.get(), &status) != 0) return UniqueDescriptor();
  return trust == Trust::all_files || is_own(status) ? std::move(file) : UniqueDescriptor();
}

bool is_of_other_version(const UniqueDescriptor& file) {
  std::array<std::byte, segment::kHeaderBytes> start{};
  return segment::read_at(file, 0, start) && segment::version_of_header(start).value_or(segment::kVersion) != segment::kVersion;
}

void recover(const std::string& path, Trust trust) {
  UniqueDescriptor file = open_torn(path, trust);
  if (!file) return;
  TornRecords records;
  segment::walk_records(file, size_of(file), records);
  if (records.entries().empty() && is_of_other_version(file)) return;  // for that version to recover
  SegmentWriter(path, std::move(file), records.entries()).seal();      // which removes an empty one
}

// Copies whole records into new packs.
class Merger final : public segment::RecordVisitor {
 public:
  Merger(std::string directory, timespec last_used) : directory_(std::move(directory)), last_used_(last_used) {}

  bool on_record(const IndexEntry& entry, std::span<const std::byte> payload) override {
    if (output_ && output_->full()) finish();
    if (!output_) output_ = SegmentWriter::create(directory_);
    failed_ = failed_ || !output_ || !output_->append(entry.key, payload);
    return !failed_;
  }
  void on_damage(std::uint64_t /*offset*/) override {}

  /// Whether everything is in place.
  bool finish() {
    if (output_ && !failed_) failed_ = !output_->seal(last_used_);
    output_.reset();
    return !failed_;
  }

 private:
  std::string directory_;
  timespec last_used_;
  std::unique_ptr<SegmentWriter> output_;
  bool failed_ = false;
};

// Places of records, in file order: what was stored last comes last.
class Places final : public segment::RecordVisitor {
 public:
  bool on_record(const IndexEntry& entry, std::span<const std::byte> /*payload*/) override {
    entries_.push_back(entry);
    return true;
  }
  void on_damage(std::uint64_t /*offset*/) override {}
  const std::vector<IndexEntry>& entries() const { return entries_; }

 private:
  std::vector<IndexEntry> entries_;
};

// Copies the newest records of a pack that fit into `room` bytes, index and all, into a new one as old as it was.
void trim(const std::string& directory, const PackFile& file, std::uint64_t room, Trust trust) {
  const SegmentReader pack(directory, file.name, trust);
  if (pack.state() != State::good) return;
  Places places;
  segment::walk_records(pack.file(), pack.records_end(), places);
  std::uint64_t bytes = segment::kFooterBytes;
  auto first = places.entries().end();
  while (first != places.entries().begin()) {
    bytes += segment::record_bytes(std::prev(first)->length) + segment::kEntryBytes;
    if (bytes > room) break;
    --first;
  }
  Merger merger(directory, file.last_used);
  for (auto entry = first; entry != places.entries().end(); ++entry) {
    if (const auto take = segment::read_take(pack.file(), *entry)) merger.on_record(*entry, *take);
  }
  merger.finish();
}

bool can_be_merged(const std::string& directory, const PackFile& file, Trust trust) {
  const State state = SegmentReader(directory, file.name, trust).state();
  return state == State::good || state == State::damaged;
}

// Requires: `inputs` were used in this order, the last first; so of a take that is there twice the newer is kept.
void merge(const std::string& directory, const std::vector<PackFile>& inputs, Trust trust) {
  if (inputs.empty()) return;
  Merger merger(directory, inputs.front().last_used);
  std::vector<std::string> merged;
  for (const PackFile& input : inputs) {
    const SegmentReader pack(directory, input.name, trust);
    if (pack.state() == State::unreadable || pack.state() == State::distrusted) continue;
    segment::walk_records(pack.file(), pack.records_end(), merger);
    merged.push_back(input.name);
  }
  if (!merger.finish()) return;
  for (const std::string& name : merged) remove_from(directory, name);
}

void merge_crowded(const std::string& directory, Trust trust) {
  std::array<std::vector<PackFile>, 33> classes;  // of 64-bit sizes
  for (const PackFile& file : packs_in(directory)) {
    if (file.bytes < kLargestMerged) classes[size_class(file.bytes)].push_back(file);
  }
  for (auto& packs : classes) {
    if (packs.size() < kPacksPerMerge) continue;
    std::erase_if(packs, [&](const PackFile& file) { return !can_be_merged(directory, file, trust); });
    if (packs.size() >= kPacksPerMerge) merge(directory, packs, trust);
  }
}

void merge_everything(const std::string& directory, Trust trust) {
  std::vector<PackFile> small;
  std::vector<PackFile> damaged;
  for (const PackFile& file : packs_in(directory)) {
    const State state = SegmentReader(directory, file.name, trust).state();
    if (state == State::damaged) damaged.push_back(file);
    if (state == State::good && file.bytes < kLargestMerged) small.push_back(file);
  }
  if (small.size() < 2) small.clear();
  small.insert(small.end(), damaged.begin(), damaged.end());
  merge(directory, small, trust);
}

std::uint64_t total_bytes(const std::vector<PackFile>& packs) {
  std::uint64_t total = 0;
  for (const PackFile& pack : packs) total += pack.bytes;
  return total;
}

class DamageReport final : public segment::RecordVisitor {
 public:
  DamageReport(std::string name, std::vector<std::string>& lines) : name_(std::move(name)), lines_(lines) {}
  bool on_record(const IndexEntry& /*entry*/, std::span<const std::byte> /*payload*/) override { return true; }
  void on_damage(std::uint64_t offset) override {
    lines_.push_back(name_ + ": damaged record at byte " + std::to_string(offset));
  }

 private:
  std::string name_;
  std::vector<std::string>& lines_;
};

}  // namespace

void recover_torn_packs(const std::string& directory, Trust trust) {
  for (const std::string& name : names_in(directory, kTemporarySuffix)) recover(directory + "/" + name, trust);
}

void remove_torn_packs(const std::string& directory) {
  for (const std::string& name : names_in(directory, kTemporarySuffix)) {
    if (open_torn(directory + "/" + name, Trust::all_files)) remove_from(directory, name);
  }
}

void merge_packs(const std::string& directory, Merge which, Trust trust) {
  if (which == Merge::everything) {
    merge_everything(directory, trust);
  } else {
    merge_crowded(directory, trust);
  }
}

void evict(const std::string& directory, std::uint64_t limit, Trim trim_when, Trust trust) {
  std::vector<PackFile> packs = packs_in(directory);
  std::uint64_t total = total_bytes(packs);
  for (; total > limit && !packs.empty(); packs.pop_back()) {
    const PackFile& last = packs.back();
    total -= last.bytes;
    const bool is_worth_it = trim_when == Trim::always || total < limit / 2;
    if (total < limit && is_worth_it) trim(directory, last, limit - total, trust);
    remove_from(directory, last.name);
  }
}

std::uint64_t bytes_in(const std::string& directory) { return total_bytes(packs_in(directory)); }

std::vector<std::string> verify_packs(const std::string& directory, Trust trust) {
  std::vector<std::string> lines;
  for (const PackFile& file : packs_in(directory)) {
    const SegmentReader pack(directory, file.name, trust);
    if (pack.state() == State::distrusted)
      lines.push_back(file.name + ": belongs to another user, or others may write it: not used");
    if (pack.state() == State::unreadable) lines.push_back(file.name + ": cannot be read");
    if (pack.state() == State::damaged) lines.push_back(file.name + ": no valid footer: cut short or damaged");
    if (pack.state() != State::good) continue;
    DamageReport report(file.name, lines);
    segment::walk_records(pack.file(), pack.records_end(), report);
    if (!pack.index_is_whole()) lines.push_back(file.name + ": damaged index");
  }
  return lines;
}

}  // namespace aloud
