#pragma once

#include <cstddef>
#include <string>

#include "engine/voice_parameters.h"
#include "language/spoken_form/engine_spelling.h"

namespace aloud {

/// What composing has to know of an engine, so that all of a script is heard: how much it takes at once, how it wants words
/// written, and what it passes over. A SynthesizerFactory has those of its engine; nothing above asks which engine it is.
///
/// Plain data and pure functions. Whatever of it changes, changes utterances, and so takes and cache keys.
struct EngineTraits {
  /// The longest text of an utterance: bytes of UTF-8, weighed by `cost_of`, and words. Beyond it the engine may leave out
  /// text.
  std::size_t most_bytes;
  std::size_t most_words;

  /// What a character takes of `most_bytes`: its `size` in UTF-8 for a letter, more for what is said as words.
  std::size_t (*cost_of)(char32_t character, std::size_t size);

  /// Whether the engine says anything for a symbol (general categories Sm, Sc, Sk, So); true for all other characters.
  bool (*speaks)(char32_t symbol);

  /// The language (BCP 47) whose phonemes a voice of the engine has.
  std::string (*language_of)(const VoiceParameters& voice);

  EngineSpelling spelling;
};

/// eSpeak NG's, as measured with 1.51.
const EngineTraits& espeak_traits();

}  // namespace aloud
