#pragma once

#include <algorithm>
#include <bitset>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace aloud {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Written forms and what they are read as: lines of "written = spoken | spoken …", `#` starts a comment at a line's
/// beginning or after a space. What the parts after "=" mean is said at the head of each table.
class PhraseTable {
 public:
  /// Throws Error{usage} with the line for one without "=".
  PhraseTable(std::string_view name, std::string_view text);

  /// The parts for a written form, null if the table does not have it.
  const std::vector<std::string>* find(std::string_view written) const;

  /// False if no entry is a word of small letters alone that begins and is as long as this one: saves most look-ups.
  /// Requires: `word` is not empty.
  bool may_have_plain_word(std::string_view word) const { return plain_words_.test(place_of(word)); }

 private:
  static std::size_t place_of(std::string_view word) {
    return (static_cast<unsigned char>(word.front()) % 32U) * 16U + std::min<std::size_t>(word.size(), 15);
  }

  std::bitset<512> plain_words_;  // by first letter and length
  std::unordered_map<std::string, std::vector<std::string>, StringHash, std::equal_to<>> entries_;
};

/// Sets of words: "[section]" lines, then words separated by white space; `#` starts a comment.
class WordSets {
 public:
  using Set = std::unordered_set<std::string, StringHash, std::equal_to<>>;

  /// Throws Error{usage} for words before the first section.
  WordSets(std::string_view name, std::string_view text);

  /// Requires: the table has the section.
  const Set& section(std::string_view name) const;

 private:
  std::unordered_map<std::string, Set, StringHash, std::equal_to<>> sections_;
};

}  // namespace aloud
