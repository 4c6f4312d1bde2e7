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

/// Takes that are their own samples, without any silence added: for WAV, and for MP3, whose encoder runs in the writer.
/// The record's payload is the samples, little-endian.
std::unique_ptr<TakeEncoder> make_pcm_encoder(AudioFormat format);

/// The samples of a record made by make_pcm_encoder(format), little-endian. On failure (damage) throws Error{output}.
std::span<const std::byte> pcm_of_take(const EncodedTake& take, AudioFormat format);

}  // namespace aloud
