#include "language/spoken_form/english/tables.h"

#include <string>

namespace aloud::english {

Tables::Tables()
    : currencies("currencies",
                 std::string(english_table_text("currencies_cldr")) + std::string(english_table_text("currencies"))),
      units("units", english_table_text("units")),
      symbols("symbols", english_table_text("symbols")),
      emoji("emoji", english_table_text("emoji")),
      states("states", english_table_text("states")),
      words("words", english_table_text("words")),
      streets("streets", english_table_text("streets")),
      bible("bible", english_table_text("bible")),
      sets("sets", english_table_text("sets")),
      spelled(sets.section("spelled")),
      acronyms(sets.section("acronyms")),
      plain_words(sets.section("plain-words")),
      numbered(sets.section("numbered")),
      regnal(sets.section("regnal")),
      given(sets.section("given")),
      sovereigns(sets.section("sovereigns")),
      score_words(sets.section("score-words")),
      singular_after(sets.section("singular-after")),
      not_counted(sets.section("not-counted")),
      year_before(sets.section("year-before")),
      domains(sets.section("domains")),
      file_types(sets.section("file-types")),
      street_types(sets.section("street-types")),
      units_spaced(sets.section("units-spaced")),
      zones(sets.section("time-zones")),
      not_final(sets.section("not-final")),
      paired(sets.section("paired")),
      counted(sets.section("counted")),
      serial_names(sets.section("serial-names")),
      maryland(sets.section("maryland")) {}

const Tables& built_in_tables() {
  static const Tables tables;
  return tables;
}

}  // namespace aloud::english
