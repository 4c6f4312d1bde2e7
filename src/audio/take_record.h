#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "audio/audio_format.h"
#include "audio/loudness.h"
#include "audio/take_codec.h"

namespace aloud {

/// What EncodedTake::bytes holds for every format: a header that says what it is, and the format's own payload.
///
///     offset size  little-endian
///          0    4  "ATKR"
///          4    1  version of the record, kTakeRecordVersion
///          5    1  AudioFormat
///          6    2  n, steps of its loudness
///          8    4  recipe: what the encoder and the writer must have in common
///         12    8  length of the unit in frames
///         20    8  checksum over the other 20 bytes of the header and all that follows it
///         28       payload
///      then    4  true peak, a 32-bit float
///             2n  steps of its loudness (audio/loudness.h)
inline constexpr std::uint8_t kTakeRecordVersion = 2;
inline constexpr std::size_t kTakeRecordHeaderSize = 28;

/// Builds the record of a take of `length` frames.
std::vector<std::byte> seal_take_record(AudioFormat format, std::uint32_t recipe, Frames length,
                                        std::span<const std::byte> payload, const TakeLoudness& loudness = {});

/// The payload of `take`, inside take.bytes. On failure (not a record of this version, format, recipe and length, or its
/// checksum is wrong) throws Error{output}. The payload's structure is the caller's to check: a checksum is no signature.
std::span<const std::byte> open_take_record(const EncodedTake& take, AudioFormat format, std::uint32_t recipe);

/// The loudness that stands in a record; none in bytes that are no record. Looks at no checksum: the writer of the file does.
TakeLoudness loudness_of_take(const EncodedTake& take);

/// Error{output} with the text that every damaged record is reported with.
[[noreturn]] void throw_damaged_record(std::string_view what);

}  // namespace aloud
