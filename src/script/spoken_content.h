#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "document/document.h"
#include "language/formulas/expression.h"
#include "script/announcements.h"
#include "script/script.h"
#include "script/speaking_policy.h"
#include "util/aligned_text.h"

namespace aloud {

/// Part of a passage that is said in one voice.
struct Stretch {
  std::size_t end = 0;  ///< in Passage::text; it begins where the one before it ends
  bool emphasised = false;
  std::string language;                ///< key in VoiceProfile::languages; empty: the article's
  bool breaks = false;                 ///< a line ends behind it
  std::chrono::milliseconds pause{0};  ///< asked for behind it, where it breaks; 0: the clause's
  std::string voice = {};              ///< key in VoiceProfile::named; empty: as language and emphasis have it
  std::string prosody = {};            ///< as script/prosody.h reads it
};

/// Written text that is not said, and where in the passage it stood.
struct Omission {
  std::size_t at = 0;
  AlignedText written;
};

/// A stretch of the source that the article says how to pronounce.
struct AskedPhonemes {
  ByteRange source;
  std::string ipa;
};

/// Text that is to be said, after the speaking policy has had its word.
struct Passage {
  AlignedText text;
  std::vector<Stretch> stretches;       ///< covering the text
  std::vector<AskedPhonemes> phonemes;  ///< that the article gives
  std::vector<Omission> omissions;      ///< in order; not those of footnote references, which are no text
  std::vector<ByteRange> sentences;     ///< of the text, where they are known already; else empty
  bool as_written = false;              ///< nothing was left out of the text or added to it

  /// Text in one voice.
  static Passage plain(AlignedText text, const std::string& language);
  void append(const Passage& other);
};

/// Whether something is said of a stretch of prepared text: words, or marks that are code and so have names.
bool has_sound(const AlignedText& text, ByteRange range);

struct ContentOptions {
  SpeakingPolicy policy;
  bool separate_emphasis = false;  ///< emphasised words are stretches of their own
  const Announcements* words = nullptr;
  std::string language;    ///< key in VoiceProfile::languages that the whole block has; empty: the article's
  std::string voice = {};  ///< key in VoiceProfile::named that the whole block has
  std::function<std::string(const Span&, ByteRange source)> language_of;           ///< the same for a language span
  std::function<std::string(const std::string& name, ByteRange source)> voice_of;  ///< the key of a voice span; empty: none
  /// The words of a formula in the language of such a key; empty if the language has none. No function: no language has.
  std::function<std::string(const Expression& formula, const std::string& language)> formula_words;
};

/// Turns a block's text into what is to be said of it: code, addresses, images and footnote references as the policy has it.
/// What is not said goes to `sink` with its reason.
Passage prepare(const RichText& content, const ContentOptions& options, ScriptSink& sink);

}  // namespace aloud
