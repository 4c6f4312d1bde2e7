#pragma once

#include <string_view>

#include "engine/voice_parameters.h"

namespace aloud {

/// A voice as an author asks for it in a place: changes in order, each "rate=N%", "pitch=N%" (of its own, 100% changes nothing)
/// or "range=N%", separated by ";". Others are passed by. Steps are coarse (rate 10 %, pitch and range 10 of 99), so that an
/// article makes few voices, whatever it asks for; limits are those of VoiceParameters.
VoiceParameters with_prosody(VoiceParameters voice, std::string_view prosody);

}  // namespace aloud
