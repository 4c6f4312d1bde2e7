#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstdio>

#include "cache/cache_directory.h"
#include "cache/segment_pack.h"
#include "util/file_lock.h"

namespace aloud {
namespace {

using segment::IndexEntry;

std::string random_stem() {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number) return {};
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(number));
  return std::string(kPackPrefix) + digits.data();
}

// True when all of it was written; on a full disk a write is short before it fails.
bool write_at(const UniqueDescriptor& file, std::uint64_t offset, std::span<iovec> parts) {
  std::size_t size = 0;
  for (const iovec& part : parts) size += part.iov_len;
  const ssize_t written = ::pwritev(file.get(), parts.data(), static_cast<int>(parts.size()), static_cast<off_t>(offset));
  return written == static_cast<ssize_t>(size);
}

iovec part_of(std::span<const std::byte> bytes) {
  return {const_cast<std::byte*>(bytes.data()), bytes.size()};  // pwritev only reads
}

}  // namespace

std::unique_ptr<SegmentWriter> SegmentWriter::create(const std::string& directory) {
  constexpr int kAttempts = 8;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const std::string stem = random_stem();
    if (stem.empty()) return nullptr;
    std::string path = directory + "/" + stem + std::string(kTemporarySuffix);
    UniqueDescriptor file = open_regular(path, O_RDWR | O_CREAT | O_EXCL);
    if (!file && errno != EEXIST) return nullptr;
    // Between its making and its locking another process may have taken the empty file for a dead writer's and removed it.
    if (!file || !lock_now(file) || !is_at(file, AT_FDCWD, path)) continue;
    return std::make_unique<SegmentWriter>(std::move(path), std::move(file), std::vector<IndexEntry>());
  }
  return nullptr;
}

SegmentWriter::SegmentWriter(std::string path, UniqueDescriptor file, const std::vector<IndexEntry>& entries)
    : path_(std::move(path)), file_(std::move(file)), owner_(::getpid()) {
  for (const IndexEntry& entry : entries) {
    places_[entry.key] = {entry.offset, entry.length};
    end_ = entry.offset + segment::record_bytes(entry.length);
  }
}

SegmentWriter::~SegmentWriter() {
  if (!path_.empty() && owner_ == ::getpid()) ::unlink(path_.c_str());
}

bool SegmentWriter::append(const CacheKey& key, std::span<const std::byte> payload) {
  if (owner_ != ::getpid() || payload.size() > segment::kMaxTakeBytes) return false;
  if (contains(key)) return true;
  const auto header = segment::encode({key, payload.size(), segment::checksum(payload)}, end_);
  const std::array<std::byte, segment::kAlignment> zeros{};
  const std::uint64_t total = segment::record_bytes(payload.size());
  const auto padding = static_cast<std::size_t>(total - segment::kHeaderBytes - payload.size());
  std::array<iovec, 3> parts{part_of(header), part_of(payload), part_of(std::span(zeros).first(padding))};
  // What a failed write left behind is written over by the next, and cut off by seal().
  if (!write_at(file_, end_, parts)) return false;
  places_[key] = {end_, payload.size()};
  end_ += total;
  return true;
}

std::optional<std::vector<std::byte>> SegmentWriter::find(const CacheKey& key) const {
  const auto place = places_.find(key);
  if (place == places_.end()) return std::nullopt;
  return segment::read_take(file_, {key, place->second.offset, place->second.length});
}

bool SegmentWriter::write_index() {
  std::vector<std::byte> bytes;
  bytes.reserve(places_.size() * segment::kEntryBytes + segment::kFooterBytes);
  for (const auto& [key, place] : places_) {
    const auto entry = segment::encode({key, place.offset, place.length});
    bytes.insert(bytes.end(), entry.begin(), entry.end());
  }
  const std::uint64_t size = end_ + bytes.size() + segment::kFooterBytes;
  const auto footer = segment::encode({places_.size(), end_, segment::checksum(bytes)}, size);
  bytes.insert(bytes.end(), footer.begin(), footer.end());
  if (::ftruncate(file_.get(), static_cast<off_t>(end_)) != 0) return false;
  std::array<iovec, 1> parts{part_of(bytes)};
  return write_at(file_, end_, parts);
}

bool SegmentWriter::seal(std::optional<timespec> last_used) {
  assert(!path_.empty() && "seal() is called once");
  if (owner_ != ::getpid() || places_.empty() || !write_index()) return false;
  if (last_used) {
    const std::array<timespec, 2> times{*last_used, *last_used};
    ::futimens(file_.get(), times.data());
  }
  if (::fsync(file_.get()) != 0) return false;
  const std::string pack = path_.substr(0, path_.size() - kTemporarySuffix.size()) + std::string(kPackSuffix);
  if (::rename(path_.c_str(), pack.c_str()) != 0) return false;
  path_.clear();
  return true;
}

}  // namespace aloud
