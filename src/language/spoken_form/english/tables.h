#pragma once

#include <string_view>

#include "language/spoken_form/phrase_table.h"

namespace aloud {

/// The text of src/language/spoken_form/tables/en/<name>.txt. Generated.
std::string_view english_table_text(std::string_view name);

}  // namespace aloud

namespace aloud::english {

/// What the English rules know by heart: src/language/spoken_form/tables/en/*.txt.
struct Tables {
  Tables();

  PhraseTable currencies;  ///< sign or code = unit | units | subunit | subunits
  PhraseTable units;       ///< sign = unit | units
  PhraseTable symbols;     ///< sign = words
  PhraseTable emoji;       ///< emoji = words
  PhraseTable states;      ///< postal code = name
  PhraseTable words;       ///< written = spoken, anywhere and whatever follows
  PhraseTable streets;     ///< short form of a kind of street, capitalised = word
  PhraseTable bible;       ///< book or its short form = name
  WordSets sets;

  // Sections of `sets`, looked up once.
  const WordSets::Set &spelled, &acronyms, &plain_words, &numbered, &regnal, &given, &sovereigns, &score_words, &singular_after,
      &not_counted, &year_before, &domains, &file_types, &street_types, &units_spaced, &zones, &not_final, &paired, &counted,
      &serial_names, &maryland;
};

/// The built-in tables, read once.
const Tables& built_in_tables();

}  // namespace aloud::english
