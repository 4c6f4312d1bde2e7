#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "language/spoken_form/phrase_table.h"

namespace aloud {

/// The phonemes that eSpeak NG's voices of a language have: how they are written in the International Phonetic Alphabet and as
/// its mnemonics (src/language/pronunciation/<language>-phonemes.txt). Immutable.
class PhonemeTable {
 public:
  /// Reads a table: "[ipa]" with lines "symbol mnemonics", "[mnemonics]" with all that there are. Throws Error{usage} with the
  /// line for anything else.
  explicit PhonemeTable(std::string_view table);

  /// The built-in table for a BCP 47 tag's language; nullptr if there is none. Any thread may ask.
  static const PhonemeTable* for_language(const std::string& language);

  /// Something that the engine could not say: it would stop there without a word.
  struct Unknown {
    std::string symbol;
    std::size_t offset = 0;  ///< in bytes of what was given
  };

  /// IPA as mnemonics: the longest symbols first, stress marks kept, syllable dots, ties and slurs dropped, white space between
  /// words. Throws Unknown for a symbol that the language lacks.
  std::string from_ipa(std::string_view ipa) const;

  /// The first thing in a string of mnemonics that the voices lack; nullopt if they say all of it.
  std::optional<Unknown> unknown_in(std::string_view mnemonics) const;

 private:
  void add(std::string_view symbol, std::string_view mnemonics);

  std::unordered_map<std::string, std::string, StringHash, std::equal_to<>> ipa_;  // decomposed (NFD)
  std::unordered_set<std::string, StringHash, std::equal_to<>> mnemonics_;
  std::size_t longest_ipa_ = 0, longest_mnemonic_ = 0;  // in bytes
};

}  // namespace aloud
