#include "cache/segment_format.h"

#include <xxhash.h>

#include <algorithm>
#include <string_view>

namespace aloud::segment {
namespace {

constexpr std::string_view kRecordMagic = "ATAK";
constexpr std::string_view kPackMagic = "ALOUDPK\n";

// Where the fields of a header lie.
constexpr std::size_t kHeaderVersion = 4;
constexpr std::size_t kHeaderKey = 8;
constexpr std::size_t kHeaderLength = 40;
constexpr std::size_t kHeaderPayloadChecksum = 48;
constexpr std::size_t kHeaderChecksum = 56;

// Of an index entry.
constexpr std::size_t kEntryOffset = 32;
constexpr std::size_t kEntryLength = 40;

// Of a footer. Version and magic end the file in every version.
constexpr std::size_t kFooterTakes = 8;
constexpr std::size_t kFooterIndexOffset = 16;
constexpr std::size_t kFooterIndexChecksum = 24;
constexpr std::size_t kFooterVersion = 32;
constexpr std::size_t kFooterMagic = 40;

template <typename Number>
void put(std::span<std::byte> bytes, std::size_t at, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) bytes[at + i] = static_cast<std::byte>(value >> (8 * i) & 0xffU);
}

template <typename Number>
Number get(std::span<const std::byte> bytes, std::size_t at) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) value |= std::to_integer<Number>(bytes[at + i]) << (8 * i);
  return value;
}

void put_text(std::span<std::byte> bytes, std::size_t at, std::string_view text) {
  std::ranges::copy(std::as_bytes(std::span(text)), bytes.subspan(at).begin());
}

bool has_text(std::span<const std::byte> bytes, std::size_t at, std::string_view text) {
  return std::ranges::equal(bytes.subspan(at, text.size()), std::as_bytes(std::span(text)));
}

void put_key(std::span<std::byte> bytes, std::size_t at, const CacheKey& key) {
  std::ranges::copy(key, bytes.subspan(at).begin());
}

CacheKey get_key(std::span<const std::byte> bytes, std::size_t at) {
  CacheKey key{};
  std::ranges::copy(bytes.subspan(at, key.size()), key.begin());
  return key;
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::array<std::byte, kHeaderBytes> encode(const RecordHeader& header, std::uint64_t offset) {
  std::array<std::byte, kHeaderBytes> bytes{};
  put_text(bytes, 0, kRecordMagic);
  put(bytes, kHeaderVersion, kVersion);
  put_key(bytes, kHeaderKey, header.key);
  put(bytes, kHeaderLength, header.length);
  put(bytes, kHeaderPayloadChecksum, header.payload_checksum);
  put(bytes, kHeaderChecksum, checksum(std::span(bytes).first<kHeaderChecksum>(), offset));
  return bytes;
}

std::array<std::byte, kEntryBytes> encode(const IndexEntry& entry) {
  std::array<std::byte, kEntryBytes> bytes{};
  put_key(bytes, 0, entry.key);
  put(bytes, kEntryOffset, entry.offset);
  put(bytes, kEntryLength, entry.length);
  return bytes;
}

std::array<std::byte, kFooterBytes> encode(const Footer& footer, std::uint64_t file_size) {
  std::array<std::byte, kFooterBytes> bytes{};
  put(bytes, kFooterTakes, footer.takes);
  put(bytes, kFooterIndexOffset, footer.index_offset);
  put(bytes, kFooterIndexChecksum, footer.index_checksum);
  put(bytes, kFooterVersion, kVersion);
  put_text(bytes, kFooterMagic, kPackMagic);
  put(bytes, 0, checksum(std::span(bytes).subspan<kFooterTakes>(), file_size));
  return bytes;
}

std::optional<RecordHeader> decode_header(std::span<const std::byte, kHeaderBytes> bytes, std::uint64_t offset) {
  if (version_of_header(bytes) != kVersion) return std::nullopt;
  if (get<std::uint64_t>(bytes, kHeaderChecksum) != checksum(bytes.first<kHeaderChecksum>(), offset)) return std::nullopt;
  const RecordHeader header{get_key(bytes, kHeaderKey), get<std::uint64_t>(bytes, kHeaderLength),
                            get<std::uint64_t>(bytes, kHeaderPayloadChecksum)};
  if (header.length > kMaxTakeBytes) return std::nullopt;
  return header;
}

IndexEntry decode_entry(std::span<const std::byte, kEntryBytes> bytes) {
  return {get_key(bytes, 0), get<std::uint64_t>(bytes, kEntryOffset), get<std::uint64_t>(bytes, kEntryLength)};
}

std::optional<Footer> decode_footer(std::span<const std::byte, kFooterBytes> bytes, std::uint64_t file_size) {
  if (version_of_footer(bytes) != kVersion) return std::nullopt;
  if (get<std::uint64_t>(bytes, 0) != checksum(bytes.subspan<kFooterTakes>(), file_size)) return std::nullopt;
  const Footer footer{get<std::uint64_t>(bytes, kFooterTakes), get<std::uint64_t>(bytes, kFooterIndexOffset),
                      get<std::uint64_t>(bytes, kFooterIndexChecksum)};
  const std::uint64_t index_end = file_size - kFooterBytes;
  const bool fits = file_size >= kFooterBytes && footer.index_offset <= index_end &&
                    footer.takes == (index_end - footer.index_offset) / kEntryBytes &&
                    (index_end - footer.index_offset) % kEntryBytes == 0 && footer.takes <= UINT32_MAX;
  if (!fits) return std::nullopt;
  return footer;
}

std::optional<std::uint32_t> version_of_header(std::span<const std::byte, kHeaderBytes> bytes) {
  if (!has_text(bytes, 0, kRecordMagic)) return std::nullopt;
  return get<std::uint32_t>(bytes, kHeaderVersion);
}

std::optional<std::uint32_t> version_of_footer(std::span<const std::byte, kFooterBytes> bytes) {
  if (!has_text(bytes, kFooterMagic, kPackMagic)) return std::nullopt;
  return get<std::uint32_t>(bytes, kFooterVersion);
}

}  // namespace aloud::segment
