#include "audio/mp3_info_frame.h"

#include <lame/lame.h>

#include <algorithm>
#include <array>
#include <string>

#include "audio/audio_format.h"
#include "audio/byte_io.h"
#include "audio/units.h"

namespace aloud {

namespace {

constexpr std::size_t kSideInfoSize = 9;  // MPEG-2, mono
constexpr std::size_t kEncoderNameSize = 9;
constexpr int kSmallestBitrate = 56;  // 182 bytes a frame: the tag takes 169

constexpr std::array<std::uint16_t, 256> make_crc_table() {
  std::array<std::uint16_t, 256> table{};
  for (unsigned i = 0; i < 256; ++i) {
    unsigned crc = i;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? (crc >> 1) ^ 0xA001U : crc >> 1;
    table[i] = static_cast<std::uint16_t>(crc);
  }
  return table;
}
constexpr auto kCrcTable = make_crc_table();

void add_xing_part(ByteWriter& out, const std::optional<Mp3Totals>& totals) {
  constexpr std::uint64_t kHasFrames = 1, kHasBytes = 2, kHasSeekTable = 4;
  out.text("Info");
  out.big(totals ? kHasFrames | kHasBytes | kHasSeekTable : 0, 4);
  if (!totals) return;
  out.big(totals->frames, 4);
  out.big(totals->bytes, 4);
  for (std::uint64_t percent = 0; percent < 100; ++percent) out.big(percent * 256 / 100, 1);  // the bit rate is constant
}

void add_lame_part(ByteWriter& out, const Mp3InfoFrame& info) {
  constexpr std::uint64_t kConstantBitrate = 1;
  std::string encoder = std::string("LAME") + get_lame_short_version();
  encoder.resize(kEncoderNameSize, ' ');
  out.text(encoder);
  out.big(kConstantBitrate, 1);  // revision 0 in the upper half
  out.big(std::min(info.lowpass / 100, 255U), 1);
  out.zeros(4 + 2 + 2);  // peak and gains: not measured
  out.zeros(1);          // encoding flags
  out.big(static_cast<std::uint64_t>(std::min(info.bitrate, 255)), 1);
  out.big(std::uint64_t{info.delay} << 12 | (info.totals ? info.totals->padding : 0), 3);
  out.zeros(1 + 1 + 2);  // misc, gain, preset
  out.big(info.totals ? info.totals->bytes : 0, 4);
  out.big(info.totals ? info.totals->crc : 0, 2);
  out.big(mp3_crc16(out.bytes()), 2);
}

}  // namespace

std::uint16_t mp3_crc16(std::span<const std::byte> bytes, std::uint16_t crc) {
  for (const std::byte byte : bytes) {
    crc = static_cast<std::uint16_t>(crc >> 8 ^ kCrcTable[(crc ^ std::to_integer<unsigned>(byte)) & 0xFFU]);
  }
  return crc;
}

std::vector<std::byte> mp3_info_frame(const Mp3InfoFrame& info) {
  const int bitrate = std::max(info.bitrate, kSmallestBitrate);
  const auto index =
      static_cast<std::uint64_t>(std::find(kMp3Bitrates.begin(), kMp3Bitrates.end(), bitrate) - kMp3Bitrates.begin() + 1);
  const auto frame_size = static_cast<std::size_t>(72000 * bitrate / kEngineRate.hertz);
  ByteWriter out;
  out.big(0xFFF3, 2);      // sync, MPEG-2, layer III, no checksum
  out.big(index << 4, 1);  // 22,050 Hz, no padding
  out.big(0xC4, 1);        // mono, original
  out.zeros(kSideInfoSize);
  add_xing_part(out, info.totals);
  add_lame_part(out, info);
  out.zeros(frame_size - out.size());
  return out.release();
}

}  // namespace aloud
