#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audio/clip.h"
#include "document/document.h"
#include "engine/engine_traits.h"
#include "language/pronunciation/lexicon.h"
#include "language/pronunciation/pronunciation.h"
#include "script/passages.h"
#include "script/voice_profile.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"
#include "util/findings.h"

namespace aloud {

/// A word of an utterance. What a word is, is decided here; the engine only says when it sounds.
struct Word {
  ByteRange spoken;  ///< in Utterance::text.text()
  ByteRange source;  ///< in the decoded source; empty for a word that nobody wrote
};

/// What a clip is heard as.
enum class ClipRole { intro, outro, heading_cue };

/// "intro", "outro", "heading-cue".
const char* to_string(ClipRole role);

/// What is said in one breath by one voice: no more than the engine takes at once, one clause or more, synthesised alone. Or a
/// clip in the place of one.
struct Utterance {
  std::size_t index = 0;     ///< from 0, in the order of speaking
  std::size_t sentence = 0;  ///< number of the sentence it is (a part of), from 0
  std::size_t block = 0;     ///< in Document::blocks
  AlignedText text;          ///< as handed to the engine: plain text, sanitised
  std::vector<Word> words;
  std::string language;                       ///< BCP 47: the rules by which it was split and its numbers are said
  std::vector<Pronunciation> pronunciations;  ///< in order, disjoint; ranges are in text.text()
  VoiceParameters voice;
  Role role = Role::body;
  std::chrono::milliseconds pause_before{0};  ///< silence between the previous utterance and this one

  /// Set: a clip is heard here. It has no text and no words, and counts as part of the sentence that it introduces, or (outro)
  /// follows.
  std::shared_ptr<const Clip> clip;
  ClipRole clip_role = ClipRole::intro;
};

/// Source bytes that will not be spoken, and why: "code block summarised", "image skipped", "control character".
struct LeftOut {
  ByteRange source;  ///< in the decoded source
  std::string reason;
};

/// Takes what compose() makes, as it is made, so that an article of any length needs little memory.
class ScriptSink {
 public:
  virtual ~ScriptSink() = default;
  virtual void say(Utterance utterance) = 0;
  virtual void leave_out(LeftOut left_out) = 0;
  virtual void report(Finding finding) = 0;
};

class TraceSink;

/// A script as a whole, for inspection and tests.
struct Script {
  std::string language;  ///< of the article, BCP 47
  std::vector<Utterance> utterances;
  std::vector<LeftOut> left_out;
  Findings findings;
  std::chrono::milliseconds tail_pause{0};
};

/// The clips of an article, each null where there is none.
struct Clips {
  std::shared_ptr<const Clip> intro, outro, heading_cue;
};

struct ComposeOptions {
  VoiceProfile profile;
  std::string language;                                       ///< of the article, BCP 47; empty: the profile's
  std::vector<std::shared_ptr<const Lexicon>> lexicons = {};  ///< strongest first
  /// Blocks that are said as the engine says them by itself, to compare; empty: none.
  std::function<bool(std::size_t block)> engine_alone = {};
  Clips clips = {};
  /// What is known to be in other languages; null: compose() looks for it as it goes. Requires: found in this document for this
  /// language, with voices for what was found in the profile.
  std::shared_ptr<const ArticlePassages> passages = {};
  TraceSink* trace = nullptr;  ///< is told how each sentence came about; null: nobody asks, and it costs nothing
  const EngineTraits* engine = &espeak_traits();  ///< of the engine that will speak
};

/// Turns a document into utterances and pauses, in the order of speaking. Returns the silence after the last utterance.
/// Every byte of a block's text reaches the sink exactly once: in the text of an utterance or in leave_out(), apart from white
/// space between sentences.
std::chrono::milliseconds compose(const Document& document, const ComposeOptions& options, ScriptSink& sink);
Script compose(const Document& document, const ComposeOptions& options);

/// `say[Dr. Ek left.] pause[400ms] say[Why?]`: the script as one line per block, for `inspect --stage script` and tests. The
/// pause before a block begins its line; roles other than body are named (`say:heading[Tides]`), and so are languages other
/// than the article's (`say@de[Guten Tag.]`). Clips are `clip:intro[jingle.wav]`. Below stand `leave_out[12..20 reason]` and
/// `finding[12..20 code]`, one a line.
std::string describe(const Script& script);

}  // namespace aloud
