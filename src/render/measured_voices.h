#pragma once

#include <optional>
#include <string_view>

#include "audio/loudness_target.h"
#include "script/voice_profile.h"

namespace aloud {

/// The gain for a voice with just these parameters, one of the named targets and an engine that was measured, by
/// SynthesizerFactory::release(): eSpeak NG 1.51 and 1.52. nullopt for any other, which has to be calibrated: loudness does not
/// follow from rate, pitch and volume closely enough (1.7 dB off was seen).
std::optional<double> measured_gain_db(const VoiceParameters& voice, const LoudnessTarget& target, std::string_view release);

}  // namespace aloud
