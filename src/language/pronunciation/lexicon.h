#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// How a word (or several) is said, as a person keeps it.
struct LexiconEntry {
  std::string grapheme;  ///< as written, white space folded, apostrophes straight
  std::string alias;     ///< other words to say instead; empty: `phonemes`
  std::string phonemes;  ///< eSpeak NG's mnemonics
  std::string role;      ///< "noun", "verb", "adjective": only where the word is used so; empty: everywhere
  std::string language;  ///< BCP 47; empty: any
  std::size_t line = 0;  ///< in the file, from 1

  bool operator==(const LexiconEntry&) const = default;
};

/// A lexicon: W3C Pronunciation Lexicon Specification 1.0, or a plain list (docs/formats/lexicon.md).
struct Lexicon {
  std::string path;
  std::string rule;  ///< what `inspect` calls it: "lexicon/names.pls"
  std::vector<LexiconEntry> entries;
};

/// More than any person keeps; a hostile file ends there.
inline constexpr std::size_t kMostLexiconBytes = std::size_t{16} << 20, kMostLexiconEntries = 200'000, kMostGraphemeBytes = 200,
                             kMostAliasBytes = 300;

/// Parses the text of a lexicon: XML if its first visible character is "<", else a plain list. Phonemes are converted and
/// checked. `language`: BCP 47, what entries are in that say nothing. On failure throws Error{input} with line and column, what
/// is wrong, and a way out.
Lexicon parse_lexicon(std::string_view text, const std::string& path, const std::string& language);

/// The bytes of a file of at most kMostLexiconBytes (and one, which parse_lexicon() then refuses). On failure throws
/// Error{input}.
std::string read_lexicon_file(const std::string& path);

/// Reads and parses a file. On failure throws Error{input}.
Lexicon load_lexicon(const std::string& path, const std::string& language);

/// "kəmˈpjuːtə" or mnemonics as the mnemonics of `language`, in the notation that the plain list has: /IPA/ or [[mnemonics]];
/// anything else is an alias. Throws std::invalid_argument with what is wrong and a way out.
void set_pronunciation(LexiconEntry& entry, std::string_view pronunciation, const std::string& language);

enum class PhoneticAlphabet : unsigned char { ipa, espeak };
/// Phonemes as mnemonics that the voices of `language` can say. Throws std::invalid_argument, as above.
std::string checked_phonemes(std::string_view phonemes, PhoneticAlphabet alphabet, const std::string& language);

/// White space folded to one space, none at the ends, apostrophes straight: what graphemes and text are compared in.
std::string folded_grapheme(std::string_view text);

// The two forms; parse_lexicon() chooses.
std::vector<LexiconEntry> parse_word_list(std::string_view text, const std::string& path, const std::string& language);
std::vector<LexiconEntry> parse_pls(std::string_view xml, const std::string& path, const std::string& language);

}  // namespace aloud
