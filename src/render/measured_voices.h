#pragma once

#include <optional>
#include <string_view>

#include "audio/loudness_target.h"
#include "script/voice_profile.h"

namespace aloud {

/// The engine that the table was measured with: SynthesizerFactory::release().
inline constexpr std::string_view kMeasuredRelease = "espeak-ng 1.51";

/// The gain for a voice with just these parameters and one of the named targets; nullopt for any other, which has to be
/// calibrated: loudness does not follow from rate, pitch and volume closely enough (1.7 dB off was seen).
std::optional<double> measured_gain_db(const VoiceParameters& voice, const LoudnessTarget& target);

}  // namespace aloud
