#pragma once

#include <string_view>

#include "language/spoken_form/phrase_table.h"

namespace aloud {

/// The text of src/language/spoken_form/tables/<language>/<name>.txt. Generated.
std::string_view german_table_text(std::string_view name);
std::string_view french_table_text(std::string_view name);
std::string_view spanish_table_text(std::string_view name);

}  // namespace aloud

namespace aloud::shared_rules {

/// What a language knows by heart: src/language/spoken_form/tables/<language>/*.txt. The head of each table says what its lines
/// hold.
struct Tables {
  /// `text` gives the table of a name.
  explicit Tables(std::string_view (*text)(std::string_view name));

  PhraseTable abbreviations, currencies, units, magnitudes, symbols, terms, months;
  WordSets sets;

  // Sections of `sets`, looked up once.
  const WordSets::Set &acronyms, &spelled, &plain_words, &feminine, &masculine, &neuter, &regnal, &regnal_feminine, &numbered,
      &function_words, &serial_names, &spaced_units, &domains, &file_types, &score_words;

  /// Whether a number after the word is a ruler's: "Louis".
  bool is_regnal(std::string_view word) const { return regnal.contains(word) || regnal_feminine.contains(word); }

  /// A word of the rules themselves: "comma", "minus", "to". Throws Error{usage} if terms.txt does not have it.
  const std::string& term(std::string_view name) const;
};

}  // namespace aloud::shared_rules
