#pragma once

#include "audio/audio_format.h"
#include "audio/units.h"
#include "util/byte_source.h"

namespace aloud {

/// Opens a finished file again, by libsndfile, as another program would: it must be of `rate` and `frames` long, and its last
/// frames must be there. What lies between is not decoded, so that the check costs next to nothing.
/// Does nothing where this libsndfile does not know the format (Opus before 1.0.29, MP3 before 1.1).
/// On failure throws Error{output} that tells both lengths.
void check_file(const ByteSource& file, AudioFormat format, Frames frames, SampleRate rate);

/// Whether check_file() does something.
bool can_check(AudioFormat format);

}  // namespace aloud
