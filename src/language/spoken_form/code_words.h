#pragma once

#include <string>
#include <string_view>

#include "language/spoken_form/phrase_table.h"
#include "language/spoken_form/text_edits.h"

namespace aloud {

/// The text of src/language/spoken_form/code_names/<language>.txt; empty if there is none. Generated.
std::string_view code_name_table_text(std::string_view language);

/// The rule of what is code by its markup (SpanKind::code): the composer names it, the normalizer takes it up.
inline constexpr const char* kCodeRule = "code";

/// How a language says program code that stands in prose.
class CodeWords {
 public:
  /// For a primary subtag such as "de". Languages without a table have English names. Any thread may ask.
  static const CodeWords& for_language(const std::string& subtag);

  explicit CodeWords(std::string_view table);

  /// What is to be said instead of what is written in a piece of code, so that no mark is dropped and none is said that a
  /// developer would not say: "Option<T>" is "Option of T", "a && b" "a and b", "?" alone "question mark", "maxSize" and
  /// "max_size" are words. Addresses, numbers and what the rules for prose read is left to them. Linear.
  Edits say(std::string_view code) const;

  /// A word of the rules themselves: "point", "and"; empty if the language has none.
  std::string_view term(std::string_view name) const;

  /// What a mark is called where nothing else stands with it; empty if it has no name.
  std::string_view name_alone(std::string_view mark) const;
  /// What is said of a mark between names: "as written" and "silent" are told apart from words by CodeWords::say.
  std::string_view name_within(std::string_view mark) const;

  /// How many bytes of `text` from `at` on are the longest mark that has a name; 0 if there is none.
  std::size_t longest_mark(std::string_view text, std::size_t at) const;

 private:
  PhraseTable names_;
};

}  // namespace aloud
