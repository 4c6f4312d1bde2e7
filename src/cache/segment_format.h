#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "cache/cache_key.h"

/// The bytes of a segment pack, docs/formats/take-cache.md:
///
///   pack    = record* index footer
///   record  = header(64) payload padding        ; each starts at a multiple of 8
///   header  = "ATAK" version(u32) key(32) length(u64) payload-checksum(u64) header-checksum(u64)
///   index   = entry*                            ; sorted by key
///   entry   = key(32) offset(u64) length(u64)
///   footer  = footer-checksum(u64) takes(u64) index-offset(u64) index-checksum(u64) version(u32) 0(u32) "ALOUDPK\n"
///
/// Numbers are little-endian, checksums XXH3 (64 bits). A header's checksum is seeded with the offset of its record, the
/// footer's with the size of its file: bytes that are whole but in the wrong place are no record.
namespace aloud::segment {

inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::size_t kAlignment = 8;
inline constexpr std::size_t kHeaderBytes = 64;
inline constexpr std::size_t kEntryBytes = 48;
inline constexpr std::size_t kFooterBytes = 48;

/// Longer takes are not kept, and longer records not believed: 25 minutes of uncompressed speech.
inline constexpr std::uint64_t kMaxTakeBytes = 64ULL << 20;

struct RecordHeader {
  CacheKey key{};
  std::uint64_t length = 0;            ///< of the payload, bytes
  std::uint64_t payload_checksum = 0;  ///< checksum(payload)
};

/// Where a record is.
struct IndexEntry {
  CacheKey key{};
  std::uint64_t offset = 0;  ///< of the header in the file
  std::uint64_t length = 0;  ///< of the payload
};

struct Footer {
  std::uint64_t takes = 0;
  std::uint64_t index_offset = 0;
  std::uint64_t index_checksum = 0;  ///< checksum(index)
};

std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed = 0);

/// Bytes from the start of a record to the start of the next.
constexpr std::uint64_t record_bytes(std::uint64_t length) {
  return (kHeaderBytes + length + kAlignment - 1) / kAlignment * kAlignment;
}

std::array<std::byte, kHeaderBytes> encode(const RecordHeader& header, std::uint64_t offset);
std::array<std::byte, kEntryBytes> encode(const IndexEntry& entry);
std::array<std::byte, kFooterBytes> encode(const Footer& footer, std::uint64_t file_size);

/// nullopt: not a whole header of this version that was written at this offset.
std::optional<RecordHeader> decode_header(std::span<const std::byte, kHeaderBytes> bytes, std::uint64_t offset);
IndexEntry decode_entry(std::span<const std::byte, kEntryBytes> bytes);

/// nullopt: damaged, or it does not fit its file.
std::optional<Footer> decode_footer(std::span<const std::byte, kFooterBytes> bytes, std::uint64_t file_size);

/// The version that a header or footer claims, believed only to tell another version's file from a damaged one.
std::optional<std::uint32_t> version_of_header(std::span<const std::byte, kHeaderBytes> bytes);
std::optional<std::uint32_t> version_of_footer(std::span<const std::byte, kFooterBytes> bytes);

}  // namespace aloud::segment
