#pragma once

#include <memory>
#include <string>

#include "engine/synthesizer.h"

namespace aloud {

/// Initialises the library with the data in `directory`, once in a process and in those forked from it. False if it cannot be
/// started, or was with other data.
bool start_espeak(const std::string& directory);

/// Initialises eSpeak NG in this process, once and for all, with the data below `directory`.
/// On failure throws Error{synthesis}. Requires: called once in a process.
std::unique_ptr<Synthesizer> make_espeak_synthesizer(const std::string& directory, const VoiceParameters& voice);

}  // namespace aloud
