#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/spoken_form/word_classes.h"

namespace aloud {

/// Something about the words around a heteronym.
struct HeteronymCondition {
  enum class Where : unsigned char { beside, left, right, near, itself } where = Where::beside;
  int offset = 0;  ///< beside: -3 … 3, in words and marks
  bool negated = false;
  ClassSet classes = 0;                                                               ///< one of these…
  std::vector<std::string> words;                                                     ///< …or one of these, in small letters
  enum class Form : unsigned char { none, capital, lower, first } form = Form::none;  ///< itself
};

/// "Where these hold, this reading gains this much."
struct HeteronymRule {
  std::vector<HeteronymCondition> conditions;
  std::size_t reading = 0;
  int weight = 0;
  std::string text;  ///< the conditions as the table has them
};

/// What decides between the readings of some words.
struct HeteronymPattern {
  std::string name;
  std::string family;  ///< the pattern at the root of what it inherits, or its own name: whose weights it shares
  std::vector<std::string> readings;
  std::vector<HeteronymRule> rules;
};

/// The two families of English voices. One notation of phonemes suits both but for words like "record" and "progress".
enum class Accent : unsigned char { american, british };

/// That of a language or voice by its BCP 47 tag: British where it names a region other than US, CA or PH.
Accent accent_of(std::string_view tag);

/// A word and its phonemes, one for each reading of its pattern.
struct Heteronym {
  std::size_t pattern = 0;
  std::vector<std::string> phonemes;  ///< of American voices
  std::vector<std::string> british;

  const std::vector<std::string>& phonemes_for(Accent accent) const { return accent == Accent::british ? british : phonemes; }
};

/// The words of a language whose sound depends on their use, and the rules that decide (src/language/pronunciation/,
/// docs/language.md).
struct HeteronymTable {
  std::vector<HeteronymPattern> patterns;
  std::unordered_map<std::string, Heteronym> words;

  const HeteronymPattern* pattern_named(std::string_view name) const;
};

/// Throws Error{usage} with the line for anything that the form does not know.
HeteronymTable read_heteronym_table(std::string_view table, const WordClasses& classes);

/// An English plural or third person: "use" → "uses", "ally" → "allies".
std::string with_s(std::string_view word);
/// The same of its phonemes: s, z or I#z, by the last sound.
std::string phonemes_with_s(const std::string& phonemes);

}  // namespace aloud
