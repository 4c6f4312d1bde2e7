#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace aloud {

/// A set of kinds of words, one bit each.
using ClassSet = std::uint64_t;

/// What kinds a word is of, as far as it tells how its neighbours are said: determiners, pronouns, modal verbs, names, and so
/// on (src/language/pronunciation/en-classes.txt).
class WordClasses {
 public:
  /// Reads a table: sections "[class]" with words, and "*ending" for words that no section lists. Throws Error{usage} with the
  /// line for a word outside a section, or too many classes.
  explicit WordClasses(std::string_view table);

  /// The class of that name. Besides those of the table: edge, comma, hyphen (marks), name (a capital within a sentence),
  /// plural (…s in no list), noun's possessives under "poss", and word (nothing else is known).
  std::optional<ClassSet> by_name(std::string_view name) const;

  /// `word` in small letters; `name` if it is written with a capital that the sentence does not ask for.
  ClassSet of(std::string_view word, bool name) const;

 private:
  ClassSet of_unlisted(std::string_view word) const;
  ClassSet class_named(const std::string& name);

  std::vector<std::string> names_;
  std::unordered_map<std::string, ClassSet> words_;
  std::vector<std::pair<std::string, ClassSet>> endings_;  // few, tried in order
  ClassSet name_ = 0, plural_ = 0, possessive_ = 0, number_ = 0, unknown_ = 0;
};

}  // namespace aloud
