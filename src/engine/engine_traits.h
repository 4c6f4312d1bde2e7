#pragma once

#include <cstddef>
#include <string>

#include "engine/voice_parameters.h"
#include "language/spoken_form/engine_spelling.h"

namespace aloud {

/// Which of a voice's settings an engine can do anything about.
struct HonouredSettings {
  bool variant = true, rate = true, pitch = true, range = true, volume = true, word_gap = true;
  bool pronunciations = true;  ///< those of lexicons, names and heteronyms; false: words are said as the engine says them
};

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

  /// Whether the engine says anything for a character. What it does not is left out of its text, and accounted for.
  bool (*speaks)(char32_t character);

  /// The language (BCP 47) whose phonemes a voice of the engine has.
  std::string (*language_of)(const VoiceParameters& voice);

  EngineSpelling spelling;

  HonouredSettings honours = {};

  /// Whether it tells when each word begins; else the times are estimated by the words' lengths.
  bool tells_words = true;
};

/// eSpeak NG's, as measured with 1.51.
const EngineTraits& espeak_traits();

/// Flite's with one of its voices, as measured with 2.2; of a voice that it has not, those of "slt".
const EngineTraits& flite_traits(const std::string& engine_voice);

/// Those of a program of which nothing is known but that it takes text, and by `command` (engine/command_engine.h) whether
/// it takes a rate.
const EngineTraits& command_traits(const std::string& command);

/// Those of the engine that speaks with a voice, where eSpeak NG's are `espeak`.
const EngineTraits& traits_of(const VoiceParameters& voice, const EngineTraits& espeak = espeak_traits());

}  // namespace aloud
