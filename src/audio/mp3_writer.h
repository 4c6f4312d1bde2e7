#pragma once

#include <memory>

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "util/byte_sink.h"

namespace aloud {

/// MP3 (MPEG-2 layer III, constant bit rate) by LAME, with ID3v2.4 tags and the Info frame that makes it gapless.
///
/// The writer encodes, and takes are samples (make_pcm_encoder): MPEG frames lean on what was before them, and cutting them
/// free costs the bit reservoir. In a sink that cannot be rewritten the Info frame says how many samples to leave off at the
/// start, but not how many there are: decoders then give some 50 ms of silence more at the end.
std::unique_ptr<StreamWriter> make_mp3_writer(const Quality& quality, const Tags& tags, ByteSink& sink);

}  // namespace aloud
