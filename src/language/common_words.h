#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aloud {

/// Some of the languages that have small words of their own here, a bit for each. Which bit is whose: CommonWords::bit_of().
using LanguageSet = std::uint64_t;

/// The small words by which languages are told apart: [starters] and [common] of all language tables, in one index, so that a
/// word is looked up once for all of them.
class CommonWords {
 public:
  /// Those of the built-in tables. Read at the first call (a quarter of a millisecond), and kept until the process ends. Any
  /// thread may ask.
  static const CommonWords& built_in();

  /// Reads a table for a language's subtag. Requires: at most 64 languages.
  void add(std::string_view language, std::string_view table);

  /// The languages in which `word` is common. It stands in small letters, apostrophes straight; "l'homme" is known by "l'".
  LanguageSet languages_of(std::string_view word) const;

  /// The bit of a BCP 47 tag's language; 0 for one without words here.
  LanguageSet bit_of(const std::string& tag) const;

  /// One of the words of a language that bit_of() gave, to see in which script it is written; empty for 0.
  std::string_view sample(LanguageSet bit) const;

 private:
  struct Language {
    std::string subtag;
    std::string_view sample;
  };

  LanguageSet find(std::string_view word) const;

  std::vector<Language> languages_;                          // by the number of their bit
  std::unordered_map<std::string_view, LanguageSet> words_;  // in the tables' text, which lives as long
};

}  // namespace aloud
