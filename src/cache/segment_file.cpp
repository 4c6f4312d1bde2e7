#include "cache/segment_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace aloud {

UniqueDescriptor open_regular(const std::string& path, int flags) {
  // O_NONBLOCK: opening a FIFO would otherwise wait for its other end.
  UniqueDescriptor file(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644));
  struct stat status {};
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return UniqueDescriptor();
  return file;
}

std::uint64_t size_of(const UniqueDescriptor& file) {
  struct stat status {};
  return ::fstat(file.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace aloud

namespace aloud::segment {
namespace {

// The search for the next record reads little at first, for it is often near, and more and more as it goes on.
constexpr std::size_t kFirstSearchBytes = 512;
constexpr std::size_t kMaxSearchBytes = 64 * 1024;

std::uint64_t align_up(std::uint64_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

std::optional<RecordHeader> read_header(const UniqueDescriptor& file, std::uint64_t offset) {
  std::array<std::byte, kHeaderBytes> bytes{};
  if (!read_at(file, offset, bytes)) return std::nullopt;
  return decode_header(bytes, offset);
}

bool fits(const RecordHeader& header, std::uint64_t offset, std::uint64_t end) {
  return offset + kHeaderBytes + header.length <= end;
}

// The offset of the first whole header at or after an offset whose record fits; `end` if there is none. Takes time in
// proportion to the bytes it passes over, however many false beginnings a hostile file holds.
std::uint64_t next_header(const UniqueDescriptor& file, std::uint64_t offset, std::uint64_t end) {
  std::vector<std::byte> chunk(kFirstSearchBytes);
  while (offset + kHeaderBytes <= end) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(chunk.size(), end - offset));
    const std::span<std::byte> bytes(chunk.data(), size);
    if (!read_at(file, offset, bytes)) return end;
    std::size_t at = 0;
    for (; at + kHeaderBytes <= size; at += kAlignment) {
      const auto header = decode_header(std::span<const std::byte>(bytes).subspan(at).first<kHeaderBytes>(), offset + at);
      if (header && fits(*header, offset + at, end)) return offset + at;
    }
    offset += at;
    chunk.resize(std::min(2 * chunk.size(), kMaxSearchBytes));
  }
  return end;
}

}  // namespace

bool read_at(const UniqueDescriptor& file, std::uint64_t offset, std::span<std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::pread(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    offset += static_cast<std::uint64_t>(count);
    bytes = bytes.subspan(static_cast<std::size_t>(count));
  }
  return true;
}

std::optional<std::vector<std::byte>> read_take(const UniqueDescriptor& file, const IndexEntry& entry) {
  if (entry.length > kMaxTakeBytes) return std::nullopt;
  std::array<std::byte, kHeaderBytes> header_bytes{};
  std::vector<std::byte> payload(static_cast<std::size_t>(entry.length));
  const std::array<iovec, 2> parts{{{header_bytes.data(), header_bytes.size()}, {payload.data(), payload.size()}}};
  // One call for both; on a regular file it is short only where the file ends.
  const ssize_t count = ::preadv(file.get(), parts.data(), parts.size(), static_cast<off_t>(entry.offset));
  if (count != static_cast<ssize_t>(kHeaderBytes + payload.size())) return std::nullopt;
  const auto header = decode_header(header_bytes, entry.offset);
  const bool whole =
      header && header->key == entry.key && header->length == entry.length && header->payload_checksum == checksum(payload);
  if (!whole) return std::nullopt;
  return payload;
}

void walk_records(const UniqueDescriptor& file, std::uint64_t end, RecordVisitor& visitor) {
  std::uint64_t offset = 0;
  while (offset < end) {
    const auto header = read_header(file, offset);
    if (!header || !fits(*header, offset, end)) {
      visitor.on_damage(offset);
      offset = next_header(file, align_up(offset + 1), end);
      continue;
    }
    const IndexEntry entry{header->key, offset, header->length};
    const auto payload = read_take(file, entry);
    if (!payload) {
      visitor.on_damage(offset);
    } else if (!visitor.on_record(entry, *payload)) {
      return;
    }
    offset += record_bytes(header->length);
  }
}

}  // namespace aloud::segment
