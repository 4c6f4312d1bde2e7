#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audio/units.h"
#include "engine/engine_traits.h"
#include "engine/voice_parameters.h"
#include "util/byte_range.h"

namespace aloud {

/// The start of something audible, as the engine reports it.
struct SpeechEvent {
  enum class Kind : std::uint8_t {
    word,
    sound,
    silence,
    transition  ///< what leads from one sound to the next, or to the rules of another language
  } kind = Kind::word;
  std::uint32_t character = 0;  ///< word: index of its first character (code point) in the text, from 0
  Frames at;                    ///< exact, in the samples of the speech
};

/// What came out of the engine for one utterance, untrimmed.
struct Speech {
  std::vector<std::int16_t> samples;  ///< mono, at kEngineRate
  std::vector<SpeechEvent> events;    ///< in time order
  bool tells_words = true;            ///< false: there are no events, and the times of words have to be estimated
};

/// What a synthesizer may take that is not contained.
struct OwnLimits {
  unsigned at_once = 1;                    ///< processes
  std::chrono::milliseconds time_limit{};  ///< of one utterance
};

/// A speech engine with one voice. Not thread-safe, may keep state between calls, may crash: always run in a process of
/// its own that is thrown away after one utterance (process/performer.h).
class Synthesizer {
 public:
  virtual ~Synthesizer() = default;

  /// On failure (the engine refuses, or is known to have left out text) throws Error{synthesis}.
  virtual Speech speak(std::string_view text) = 0;

  /// The same, with each of `ranges` of the text said by the sounds that it has when it stands alone: for words that speak()
  /// leaves out. What an engine cannot say so it says as speak() does. Requires: ranges in order, disjoint.
  virtual Speech speak_by_sound(std::string_view text, std::span<const ByteRange> /*ranges*/) { return speak(text); }

  /// How many sounds (SpeechEvent::Kind::sound) the text has when it is said alone; nullopt for an engine that cannot tell.
  virtual std::optional<std::size_t> count_sounds(std::string_view /*text*/) { return std::nullopt; }

  /// Set: it cannot speak under the filter of system calls and the limits of a child, since it runs a program of the user's
  /// own, and keeps to these instead.
  virtual std::optional<OwnLimits> own_limits() const { return std::nullopt; }

  /// Where the engine's data files lie, as an absolute path: the only ones that may be read while it speaks. Empty: none.
  virtual std::string data_directory() const { return {}; }

  /// How the text is pronounced, in IPA, clauses separated by a space; empty for an engine that cannot say.
  virtual std::string phonemes(std::string_view /*text*/) { return {}; }

  /// Whether a dictionary of the engine has the word, or the word that it is a form of; else it is said by rules for its
  /// letters.
  virtual bool is_in_dictionary(std::string_view /*word*/) { return true; }
};

/// How another program comes to the same factory.
struct FactoryRecipe {
  std::string text;           ///< for make_factory(); empty: only this process and its forks can have it
  std::string program;        ///< that speaks where this process must not fork; empty: looked for (process/helper_program.h)
  bool always_spawn = false;  ///< it speaks, however many threads there are
};

/// Makes synthesizers; lives in the parent, is called in the processes that it forks.
class SynthesizerFactory {
 public:
  virtual ~SynthesizerFactory() = default;

  /// Loads what all voices share. Called once in the process that the fork servers are forked from, while the caller is still
  /// reading the article. Reports no failure: make() finds the same one.
  virtual void prepare() const {}

  /// On failure (the engine or the voice is not there) throws Error{synthesis}.
  virtual std::unique_ptr<Synthesizer> make(const VoiceParameters& voice) const = 0;

  virtual FactoryRecipe recipe() const { return {}; }

  /// What its input has to be like.
  virtual const EngineTraits& traits() const = 0;

  /// Name and version of the engine, without its data: cheap to ask for.
  virtual std::string release() const { return version(); }

  /// Name, version and data of the engine: two equal strings promise equal samples.
  virtual std::string version() const = 0;

  /// The same of the engine that speaks with `voice`, where a factory has several.
  virtual std::string version_of(const VoiceParameters& /*voice*/) const { return version(); }
};

/// What is said about eSpeak NG by the caller of the library.
struct EspeakOptions {
  std::string data_path = {};  ///< empty: where the engine looks by itself
  std::string program = {};    ///< as FactoryRecipe::program
  bool always_spawn = false;   ///< as FactoryRecipe::always_spawn
};

/// eSpeak NG. Any thread may use the factory.
std::unique_ptr<SynthesizerFactory> make_espeak_factory(const EspeakOptions& options = {});

/// All engines, by VoiceParameters::engine: eSpeak NG, which its traits, recipe and version are of, Flite, and programs of the
/// user's own. Any thread may use the factory.
std::unique_ptr<SynthesizerFactory> make_engines(const EspeakOptions& options = {});

/// The factory that wrote FactoryRecipe::text. On failure (no such engine, no data) throws Error{synthesis}.
std::unique_ptr<SynthesizerFactory> make_factory(const std::string& recipe);

/// A voice of the engine.
struct EngineVoice {
  std::string identifier;  ///< what VoiceParameters::engine_voice takes, e.g. "gmw/en-US"
  std::string language;    ///< the first that its file declares, e.g. "en-us"
  std::string name;        ///< e.g. "English (America)"
};

/// The voices of eSpeak NG, by identifier. MBROLA's are left out: they need a program that is seldom there.
/// Reads the voice files and starts no engine. On failure (no data directory) throws Error{synthesis}.
std::vector<EngineVoice> list_espeak_voices(const std::string& data_path = {});

/// The variants of eSpeak NG ("f2", "croak", …), sorted.
std::vector<std::string> list_espeak_variants(const std::string& data_path = {});

}  // namespace aloud
