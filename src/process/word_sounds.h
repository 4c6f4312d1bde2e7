#pragma once

#include <string>
#include <vector>

#include "engine/synthesizer.h"
#include "script/voice_profile.h"

namespace aloud {

/// How the engine says a word by itself.
struct WordSound {
  std::string ipa;             ///< empty if the engine crashed over it
  bool in_dictionary = false;  ///< else it goes by rules for letters
};

/// One for each word, all asked for in one process (more, if it crashes). Requires: the process has one thread.
/// On failure (a voice that cannot be loaded) throws Error{synthesis}.
std::vector<WordSound> sounds_of(const std::vector<std::string>& words, const VoiceParameters& voice,
                                 const SynthesizerFactory& factory);

}  // namespace aloud
