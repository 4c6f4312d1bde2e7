#pragma once

#include "audio/audio_format.h"
#include "script/voice_profile.h"
#include "synthesis/synthesizer.h"

namespace aloud {

/// Sets the level of each voice of the profile, so that each by itself comes to the profile's loudness target. The
/// ceiling is lowered by what the format's coding adds to peaks.
/// On failure (a voice that has to be heard first, and cannot be loaded) throws Error{synthesis}.
void set_levels(VoiceProfile& profile, AudioFormat format, const SynthesizerFactory& factory);

}  // namespace aloud
