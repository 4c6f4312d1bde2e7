#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "language/formulas/expression.h"
#include "language/pronunciation/pronouncer.h"
#include "language/sentences/segmenter.h"
#include "language/spoken_form/normalizer.h"
#include "script/script.h"
#include "script/sentence_tracer.h"
#include "script/spoken_content.h"

namespace aloud {

/// How a block is said.
struct Delivery {
  Role role = Role::body;
  std::string language;    ///< key in VoiceProfile::languages; empty: the article's language in the profile's own voice
  std::string voice = {};  ///< key in VoiceProfile::named; empty: as role and language have it
};

/// How far composing goes.
enum class ComposeUntil {
  sentences,  ///< they are counted and traced; only where it is in doubt whether anything is said of one, it is composed
  utterances,
};

/// Writes passages to a sink as utterances: sentences, spoken forms, breaths, words, and the silences between them. Holds one
/// passage at a time.
class UtteranceWriter {
 public:
  /// Requires: all three outlive the writer.
  UtteranceWriter(const Document& document, const ComposeOptions& options, ScriptSink& sink, ComposeUntil until);

  /// What is said from now on belongs to this block.
  void begin_block(std::size_t index);

  /// Asks for a silence of at least this length before the next utterance.
  void pause(std::chrono::milliseconds length);

  /// Says the sentences of a passage. `separation` stands before the first one if the block has said something already.
  void say(const Passage& passage, const Delivery& delivery, std::chrono::milliseconds separation);

  /// Says a passage as one sentence.
  void say_sentence(const Passage& passage, const Delivery& delivery, std::chrono::milliseconds separation);

  /// Says text that nobody wrote: an announcement.
  void announce(const std::string& text, const Delivery& delivery);

  /// Plays a clip behind all that was said. Requires: something was said.
  void play_outro(const std::shared_ptr<const Clip>& clip);

  /// Lets the next sentence of this block count as part of the one that was just said (a list item's number).
  void continue_sentence() { continues_ = true; }

  /// The key in VoiceProfile::languages for a passage that declares a language; empty when the profile's own voice is to say
  /// it. Reports languages that no voice is there for, once each.
  std::string voice_language(const std::string& declared, ByteRange source);

  /// The key in VoiceProfile::named for a voice that is asked for; empty where there is none, which is reported once a name.
  std::string named_voice(const std::string& name, ByteRange source);

  /// The language that text with this key is in.
  const std::string& language(const std::string& key) const { return key.empty() ? language_ : key; }

  /// A formula in the words of a language by its key; empty if the language has no words for formulas.
  std::string formula_words(const Expression& formula, const std::string& key);

  std::size_t utterances() const { return next_index_; }

  /// Nothing more is said.
  void finish();

 private:
  struct Part {
    ByteRange range;  // in the passage
    bool emphasised = false;
    std::string language;
    bool breaks = false;  // a line ends behind it
    std::chrono::milliseconds pause{0};
    std::string voice, prosody;
  };

  void say_range(const Passage& passage, ByteRange sentence, const Delivery& delivery, std::chrono::milliseconds separation);
  static std::vector<Part> parts_of(const Passage& passage, ByteRange sentence);
  void say_part(const Passage& passage, const Part& part, const Delivery& delivery, std::vector<ByteRange>& said);
  void add_asked(const Passage& passage, const Part& part, std::vector<Pronouncer::Claim>& claims);
  bool surely_says(std::string_view written) const;
  void count_sentence();
  void trace(const Passage& passage, ByteRange sentence, const Delivery& delivery);
  std::vector<ForeignPhrase> phrases_of(const Passage& passage, ByteRange sentence) const;
  void emit(AlignedText text, std::vector<Pronunciation> pronunciations, const Part& part, const Delivery& delivery);
  void play(ClipRole role, const std::shared_ptr<const Clip>& clip, std::chrono::milliseconds pause_after);
  void play_before_utterance(bool begins_block);
  VoiceParameters voice_of(const Part& part, const Delivery& delivery) const;
  const Segmenter& segmenter(const std::string& key);
  const VoiceParameters& voice_for_language(const std::string& key) const;
  const EngineTraits& engine_of(const VoiceParameters& voice) const { return traits_of(voice, espeak_); }
  const Normalizer& normalizer(const std::string& key, const VoiceParameters& voice);
  const Pronouncer& pronouncer(const std::string& key, const VoiceParameters& voice);
  void report_ignored_settings(const VoiceParameters& voice);
  bool speaks(const std::string& tag) const;

  const Document& document_;
  const VoiceProfile& profile_;
  ScriptSink& sink_;
  std::string language_;  // of the article
  std::map<std::string, Segmenter> segmenters_;
  std::map<std::pair<std::string, EngineKind>, std::unique_ptr<Normalizer>> normalizers_;
  std::map<std::pair<std::string, EngineKind>, std::unique_ptr<Pronouncer>> pronouncers_;
  std::vector<std::shared_ptr<const Lexicon>> lexicons_;
  std::function<bool(std::size_t block)> engine_alone_;
  Clips clips_;
  const EngineTraits& espeak_;  // of the engine that speaks unless a voice names another
  std::set<std::string> reported_languages_, reported_voices_, reported_settings_;
  NormalizerOptions normalizing_;
  ComposeUntil until_;
  std::optional<SentenceTracer> tracer_;  // where somebody listens

  std::size_t block_ = 0;
  std::chrono::milliseconds block_pause_{0};  // applies once the block says something
  std::chrono::milliseconds pause_{0};
  bool said_in_block_ = false;
  bool said_in_sentence_ = false;
  bool continues_ = false;
  std::size_t last_block_ = 0;  // that said something
  std::size_t next_index_ = 0;
  std::size_t next_sentence_ = 0;
};

}  // namespace aloud
