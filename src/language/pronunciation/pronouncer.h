#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/pronunciation/heteronyms.h"
#include "language/pronunciation/lexicon.h"
#include "language/pronunciation/lexicon_index.h"
#include "language/pronunciation/pronunciation.h"
#include "util/aligned_text.h"

namespace aloud {

/// Knows how words of a language are said where the engine does not: from lexicons, the built-in names, and for heteronyms from
/// the words around them. Strongest first: lexicons in their order, heteronyms, names.
class Pronouncer {
 public:
  /// For texts in `language` (BCP 47) said by a voice for `voice_language` (empty: the same). `lexicons`: strongest first.
  Pronouncer(const std::string& language, std::vector<std::shared_ptr<const Lexicon>> lexicons,
             const std::string& voice_language = {});

  /// What a lexicon says about words as they are written; kept until their spoken form is known.
  struct Claim {
    ByteRange source;
    Pronunciation pronunciation;  ///< .spoken is not set
  };

  /// A written sentence with lexicons' aliases in place of their words. Phonemes for written words ("SQL") go to `claims`: the
  /// spoken form may look different ("S Q L").
  AlignedText prepare(const AlignedText& written, std::vector<Claim>& claims) const;

  /// The pronunciations in the spoken form of a prepared sentence: in order, disjoint, each of whole words.
  std::vector<Pronunciation> pronounce(const AlignedText& spoken, const std::vector<Claim>& claims) const;

  /// Whether a lexicon, a heteronym or a built-in name says how the word is said.
  bool knows(std::string_view word) const;

 private:
  struct Chosen {
    const LexiconEntry* entry = nullptr;
    const Lexicon* lexicon = nullptr;
  };
  Chosen choose(const LexiconIndex::Match& match, std::string_view text) const;
  Pronunciation pronunciation_of(const LexiconIndex::Match& match, const Chosen& chosen) const;
  void add_matches(const LexiconIndex& index, std::string_view text, std::vector<Pronunciation>& all) const;

  bool english_;
  Accent accent_;
  LexiconIndex index_;
  const Heteronyms* heteronyms_;  // nullptr: none for the language
  const LexiconIndex* names_;     // nullptr: none for the language
};

/// The names that are built in for a BCP 47 tag's language (src/language/pronunciation/<language>-names.txt), as a lexicon;
/// nullptr if there are none. Any thread may ask.
std::shared_ptr<const Lexicon> built_in_names(const std::string& language);

}  // namespace aloud
