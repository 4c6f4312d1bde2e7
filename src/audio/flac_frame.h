#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "audio/units.h"

namespace aloud {

/// FLAC's frame layer (RFC 9639, section 9) as far as joining takes needs it: mono, 16 bit, kEngineRate, and frames that are
/// numbered by sample, so that blocks of any size may follow each other.

/// Smallest size of a block that is not the last one (RFC 9639, section 8.2), hence the grid that takes are rounded to.
inline constexpr Frames kFlacGrid{16};

/// Longest block that the encoder and the writer make.
inline constexpr std::int64_t kLargestFlacBlock = 4096;

/// What lies between a frame's header and its CRC: the subframe. Requires: `frame` was made by libFLAC in this process.
std::span<const std::byte> flac_frame_body(std::span<const std::byte> frame);

/// The body of a frame of digital silence, of any size.
std::vector<std::byte> flac_silent_body();

/// A whole frame of `block_size` samples whose first one is number `first_sample` of the stream.
/// Requires: 0 < block_size <= 65,536; 0 <= first_sample < 2^36.
std::vector<std::byte> flac_frame(std::int64_t first_sample, std::int64_t block_size, std::span<const std::byte> body);

/// CRC-8 with polynomial x^8 + x^2 + x + 1, and CRC-16 with x^16 + x^15 + x^2 + 1, both from 0 (RFC 9639, 9.1.8 and 9.3).
std::uint8_t flac_crc8(std::span<const std::byte> bytes);
std::uint16_t flac_crc16(std::span<const std::byte> bytes);

}  // namespace aloud
