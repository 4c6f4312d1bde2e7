#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace aloud {

/// What is known when all has been encoded.
struct Mp3Totals {
  std::uint32_t frames = 0;  ///< MPEG frames, without the Info frame
  std::uint32_t bytes = 0;   ///< from the start of the Info frame to the end of the last frame; all ones if it is 4 GiB or more
  std::uint16_t crc = 0;     ///< mp3_crc16() over the frames
  unsigned padding = 0;      ///< samples at the end that were not in the input, 0 – 4,095
};

struct Mp3InfoFrame {
  int bitrate = 64;      ///< of the stream, kbit/s
  unsigned delay = 576;  ///< samples at the start that were not in the input, 0 – 4,095
  unsigned lowpass = 0;  ///< Hz
  std::optional<Mp3Totals> totals;
};

/// The first frame of a file (MPEG-2 layer III, 22,050 Hz, mono): silence to a decoder that does not know it, and to others
/// Xing's "Info" with LAME's extension, which says how many samples to leave off at either end. The same size with and
/// without totals.
std::vector<std::byte> mp3_info_frame(const Mp3InfoFrame& info);

/// CRC-16 with x^16 + x^15 + x^2 + 1, lowest bit first, as LAME's extension uses it. `crc`: of what came before, 0 at the
/// start.
std::uint16_t mp3_crc16(std::span<const std::byte> bytes, std::uint16_t crc = 0);

}  // namespace aloud
