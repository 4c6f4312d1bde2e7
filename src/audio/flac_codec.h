#pragma once

#include <memory>

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "util/byte_sink.h"

namespace aloud {

/// FLAC (RFC 9639): takes are encoded by libFLAC one by one and joined into a stream of variable block size.
///
/// The payload of a take: number of frames (4 bytes, little-endian); for each its block size and the size of its body (2 and
/// 4 bytes); the bodies; the samples of the unit (2 bytes each). The samples are there because STREAMINFO holds the MD5 sum
/// of all of them, and the writer, which works alone and in order, would have to decode every frame again; the price is a
/// record two to three times as large.
std::unique_ptr<TakeEncoder> make_flac_encoder(const Quality& quality);

/// In a sink that cannot be rewritten STREAMINFO says "not known" for the length, the sizes of frames, and the MD5 sum.
std::unique_ptr<StreamWriter> make_flac_writer(const Tags& tags, ByteSink& sink);

}  // namespace aloud
