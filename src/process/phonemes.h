#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/synthesizer.h"
#include "script/script.h"

namespace aloud {

/// How the engine pronounces each utterance, in IPA, clauses separated by a space; nullopt where it crashed over the text.
/// Each is asked for in a process of its own, as speech is. Requires: the process has one thread.
/// On failure (a voice that cannot be loaded) throws Error{synthesis}.
std::vector<std::optional<std::string>> phonemes_of(const std::vector<Utterance>& utterances,
                                                    const SynthesizerFactory& factory);

/// How the engine pronounces an utterance and each of its words, in IPA.
struct Transcription {
  std::string ipa;
  std::vector<std::string> words;  ///< one for each of Utterance::words; empty for what has no sound of its own
};

/// The same with words: what the engine says for the utterance, divided among them (word_phonemes.h). Where it crashes over
/// a word alone, the words have nothing.
std::vector<std::optional<Transcription>> transcriptions_of(const std::vector<Utterance>& utterances,
                                                            const SynthesizerFactory& factory);

}  // namespace aloud
