#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "audio/take_codec.h"

namespace aloud {

/// 16-bit samples as little-endian bytes, and back. Requires (back): an even number of bytes.
std::vector<std::byte> little_endian(std::span<const std::int16_t> samples);
std::vector<std::int16_t> samples_of(std::span<const std::byte> little_endian);

/// Takes that are their own samples, without any silence added: for the formats that hold plain samples, and for MP3, whose
/// encoder runs in the writer. The record's payload is the samples, little-endian. Of 24 bit and float, its loudness is that of
/// the same speech in 16 bit. Requires: `format` is wav or mp3, the latter with pcm16.
std::unique_ptr<TakeEncoder> make_pcm_encoder(AudioFormat format, SampleFormat sample_format = SampleFormat::pcm16);

/// The samples of a record made by make_pcm_encoder() with the same formats, little-endian. On failure (damage) throws
/// Error{output}.
std::span<const std::byte> pcm_of_take(const EncodedTake& take, AudioFormat format,
                                       SampleFormat sample_format = SampleFormat::pcm16);

}  // namespace aloud
