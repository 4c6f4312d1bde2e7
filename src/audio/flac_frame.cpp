#include "audio/flac_frame.h"

#include <array>
#include <cassert>

#include "audio/byte_io.h"

namespace aloud {

namespace {

constexpr std::array<std::uint8_t, 256> make_crc8_table() {
  std::array<std::uint8_t, 256> table{};
  for (unsigned i = 0; i < 256; ++i) {
    unsigned crc = i;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x80U) != 0 ? (crc << 1) ^ 0x07U : crc << 1;
    table[i] = static_cast<std::uint8_t>(crc);
  }
  return table;
}

using Crc16Tables = std::array<std::array<std::uint16_t, 256>, 8>;

/// tables[k][b]: what byte b contributes when k bytes follow it. Eight bytes are taken at once: the checksum is
/// computed in the one process that joins the takes, where time counts most.
constexpr Crc16Tables make_crc16_tables() {
  Crc16Tables tables{};
  for (unsigned i = 0; i < 256; ++i) {
    unsigned crc = i << 8;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x8000U) != 0 ? (crc << 1) ^ 0x8005U : crc << 1;
    tables[0][i] = static_cast<std::uint16_t>(crc);
  }
  for (std::size_t k = 1; k < tables.size(); ++k) {
    for (std::size_t i = 0; i < 256; ++i) {
      const unsigned before = tables[k - 1][i];
      tables[k][i] = static_cast<std::uint16_t>((before << 8) ^ tables[0][before >> 8]);
    }
  }
  return tables;
}

constexpr auto kCrc8Table = make_crc8_table();
constexpr auto kCrc16Tables = make_crc16_tables();

constexpr unsigned kSize8 = 6;  // block size codes: a size less one follows, in 8 or in 16 bits
constexpr unsigned kSize16 = 7;

/// Sizes that have a code of their own, of those that the encoder's levels use.
unsigned block_size_code(std::int64_t block_size) {
  if (block_size == 1152) return 3;
  if (block_size == 4096) return 12;
  return kSize16;
}

/// UTF-8's scheme carried on to 36 bits (RFC 9639, 9.1.5).
void add_coded_number(ByteWriter& out, std::uint64_t number) {
  if (number < 0x80) return out.big(number, 1);
  unsigned size = 2;
  while (size < 7 && number >> (5 * size + 1) != 0) ++size;
  const unsigned lead = 0xFF00U >> size & 0xFFU;
  out.big(lead | number >> (6 * (size - 1)), 1);
  for (unsigned i = size - 1; i > 0; --i) out.big(0x80U | (number >> (6 * (i - 1)) & 0x3FU), 1);
}

std::size_t coded_number_size(unsigned lead) {
  if (lead < 0x80) return 1;
  std::size_t size = 2;
  while (size < 7 && (lead & (0x80U >> size)) != 0) ++size;
  return size;
}

}  // namespace

std::uint8_t flac_crc8(std::span<const std::byte> bytes) {
  std::uint8_t crc = 0;
  for (const std::byte byte : bytes) crc = kCrc8Table[crc ^ std::to_integer<std::uint8_t>(byte)];
  return crc;
}

std::uint16_t flac_crc16(std::span<const std::byte> bytes) {
  const auto at = [&](std::size_t i) { return std::to_integer<unsigned>(bytes[i]); };
  const auto& t = kCrc16Tables;
  unsigned crc = 0;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    crc = static_cast<unsigned>(t[7][(crc >> 8) ^ at(i)] ^ t[6][(crc & 0xFFU) ^ at(i + 1)] ^ t[5][at(i + 2)] ^ t[4][at(i + 3)] ^
                                t[3][at(i + 4)] ^ t[2][at(i + 5)] ^ t[1][at(i + 6)] ^ t[0][at(i + 7)]);
  }
  for (; i < bytes.size(); ++i) crc = (crc << 8 & 0xFFFFU) ^ t[0][(crc >> 8) ^ at(i)];
  return static_cast<std::uint16_t>(crc);
}

std::span<const std::byte> flac_frame_body(std::span<const std::byte> frame) {
  assert(frame.size() > 6 && frame[0] == std::byte{0xFF} && (frame[1] & std::byte{0xFC}) == std::byte{0xF8});
  const unsigned size_code = std::to_integer<unsigned>(frame[2]) >> 4;
  const std::size_t size_bytes = size_code == kSize8 ? 1 : size_code == kSize16 ? 2 : 0;
  const std::size_t begin = 4 + coded_number_size(std::to_integer<unsigned>(frame[4])) + size_bytes + 1;
  assert(begin + 2 <= frame.size());
  return frame.subspan(begin, frame.size() - begin - 2);
}

std::vector<std::byte> flac_silent_body() { return std::vector<std::byte>(3); }  // a constant subframe (0x00) of value 0

std::vector<std::byte> flac_frame(std::int64_t first_sample, std::int64_t block_size, std::span<const std::byte> body) {
  const unsigned size_code = block_size_code(block_size);
  constexpr unsigned kRate22050 = 6;
  constexpr unsigned kMono16Bit = 0x08;
  ByteWriter out;
  out.reserve(body.size() + 16);
  out.big(0xFFF9, 2);  // the sync code; blocks of variable size
  out.big(size_code << 4 | kRate22050, 1);
  out.big(kMono16Bit, 1);
  add_coded_number(out, static_cast<std::uint64_t>(first_sample));
  if (size_code == kSize16) out.big(static_cast<std::uint64_t>(block_size - 1), 2);
  out.big(flac_crc8(out.bytes()), 1);
  out.append(body);
  out.big(flac_crc16(out.bytes()), 2);
  return out.release();
}

}  // namespace aloud
