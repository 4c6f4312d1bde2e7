#pragma once

#include <optional>
#include <string>
#include <vector>

#include "script/script.h"
#include "synthesis/synthesizer.h"

namespace aloud {

/// How the engine pronounces each utterance, in IPA, clauses separated by a space; nullopt where it crashed over the text.
/// Each is asked for in a process of its own, as speech is. Requires: the process has one thread.
/// On failure (a voice that cannot be loaded) throws Error{synthesis}.
std::vector<std::optional<std::string>> phonemes_of(const std::vector<Utterance>& utterances,
                                                    const SynthesizerFactory& factory);

}  // namespace aloud
