#pragma once

#include <memory>
#include <string>

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "util/byte_sink.h"

namespace aloud {

/// Whether make_sndfile_writer() is for this format.
bool is_written_by_sndfile(AudioFormat format);

/// "libsndfile-1.2.0"
std::string sndfile_version();

/// W64, AIFF (float: AIFF-C), CAF or AU, by libsndfile. Takes are those of wav in the same sample format. Tags as far as the
/// container has room: AIFF in NAME, AUTH, ANNO and an ID3 chunk, CAF in its info chunk, W64 and AU have none.
/// Requires: `format` is one of the four, `sink` can be rewritten and outlives the writer.
/// On failure (AIFF beyond 4 GiB, whose sizes have 32 bits) append() throws Error{output}.
std::unique_ptr<StreamWriter> make_sndfile_writer(AudioFormat format, SampleFormat sample_format, const Tags& tags,
                                                  ByteSink& sink);

}  // namespace aloud
