#pragma once

#include <optional>
#include <string_view>

#include "audio/loudness_target.h"
#include "script/voice_profile.h"

namespace aloud {

/// The engine that the table was measured with: SynthesizerFactory::release().
inline constexpr std::string_view kMeasuredRelease = "espeak-ng 1.51";

/// The gain for a voice of the table, or nullopt for a voice and variant that are not in it. Exact where the table has the
/// same parameters and target; else carried over from the nearest entry: within 0.5 LU for rates of 100 to 350.
/// Requires: a target with a loudness.
std::optional<double> measured_gain_db(const VoiceParameters& voice, const LoudnessTarget& target);

}  // namespace aloud
