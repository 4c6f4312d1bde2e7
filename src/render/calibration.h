#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audio/loudness_target.h"
#include "engine/synthesizer.h"
#include "script/voice_profile.h"

namespace aloud {

/// The gain and the ceiling that bring `voice` to `target`: taken from the table of voices that were measured beforehand, or
/// else by letting the voice speak a passage. Depends on voice, target and engine alone, never on the article.
/// On failure (the voice cannot be loaded) throws Error{synthesis}.
Level level_for(const VoiceParameters& voice, const LoudnessTarget& target, const SynthesizerFactory& factory);

/// The same, always by listening: synthesises the passage (some 10 s of speech) and finds the gain with which it comes to
/// `target` after limiting, in steps of 0.01 dB. A voice that says nothing gets 0 dB.
Level calibrate(const VoiceParameters& voice, const LoudnessTarget& target, const SynthesizerFactory& factory);

/// The sentences that a voice is calibrated with, in the language of `engine_voice` ("gmw/en-US" speaks "en"); for a language
/// that has no passage of its own they are numbers, which every voice can say, among sentences of several languages.
std::vector<std::string_view> calibration_passage(std::string_view engine_voice);

}  // namespace aloud
