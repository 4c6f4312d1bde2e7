#pragma once

#include <cstdint>
#include <memory>

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "util/byte_sink.h"

namespace aloud {

/// The largest value of the size field of a RIFF file: the bytes after its first eight. All ones means "see the ds64 chunk"
/// in RF64 and "not known" in a stream, so it is no size.
inline constexpr std::uint64_t kLargestRiffSize = 0xFFFFFFFE;

/// WAV (Microsoft/IBM, Multimedia Programming Interface and Data Specifications 1.0), or RF64 with a ds64 chunk (EBU Tech 3306)
/// if the file comes out larger than `largest_riff_size` allows: with 0, always. In a sink that cannot be rewritten all sizes
/// are 0xFFFFFFFF, which readers of streams take for "until the end". Takes are those of wav in the same sample format.
std::unique_ptr<StreamWriter> make_wav_writer(SampleFormat sample_format, const Tags& tags, ByteSink& sink,
                                              std::uint64_t largest_riff_size = kLargestRiffSize);

}  // namespace aloud
