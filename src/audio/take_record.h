#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "audio/audio_format.h"
#include "audio/take_codec.h"

namespace aloud {

/// What EncodedTake::bytes holds for every format: a header that says what it is, and the format's own payload.
///
///     offset size  little-endian
///          0    4  "ATKR"
///          4    1  version of the record, kTakeRecordVersion
///          5    1  AudioFormat
///          6    2  0
///          8    4  recipe: what the encoder and the writer must have in common
///         12    8  length of the unit in frames
///         20    8  checksum over the other 20 bytes of the header and the payload
///         28       payload
inline constexpr std::uint8_t kTakeRecordVersion = 1;
inline constexpr std::size_t kTakeRecordHeaderSize = 28;

/// Builds the record of a take of `length` frames.
std::vector<std::byte> seal_take_record(AudioFormat format, std::uint32_t recipe, Frames length,
                                        std::span<const std::byte> payload);

/// The payload of `take`, inside take.bytes. On failure (not a record of this version, format, recipe and length, or its
/// checksum is wrong) throws Error{output}. The payload's structure is the caller's to check: a checksum is no signature.
std::span<const std::byte> open_take_record(const EncodedTake& take, AudioFormat format, std::uint32_t recipe);

/// Error{output} with the text that every damaged record is reported with.
[[noreturn]] void throw_damaged_record(std::string_view what);

}  // namespace aloud
