#include "language/spoken_form/shared/tables.h"

#include <string>

#include "util/error.h"

namespace aloud::shared_rules {

Tables::Tables(std::string_view (*text)(std::string_view name))
    : abbreviations("abbreviations", text("abbreviations")),
      currencies("currencies", std::string(text("currencies_cldr")) + std::string(text("currencies"))),
      units("units", text("units")),
      magnitudes("magnitudes", text("magnitudes")),
      symbols("symbols", text("symbols")),
      terms("terms", text("terms")),
      months("months", text("months")),
      sets("sets", text("sets")),
      acronyms(sets.section("acronyms")),
      spelled(sets.section("spelled")),
      plain_words(sets.section("plain-words")),
      feminine(sets.section("feminine")),
      masculine(sets.section("masculine")),
      neuter(sets.section("neuter")),
      regnal(sets.section("regnal")),
      regnal_feminine(sets.section("regnal-feminine")),
      numbered(sets.section("numbered")),
      function_words(sets.section("function-words")),
      serial_names(sets.section("serial-names")),
      spaced_units(sets.section("spaced-units")),
      domains(sets.section("domains")),
      file_types(sets.section("file-types")),
      score_words(sets.section("score-words")) {}

const std::string& Tables::term(std::string_view name) const {
  const auto* parts = terms.find(name);
  if (parts == nullptr) throw Error(ErrorKind::usage, "no term \"" + std::string(name) + "\"", {"terms", 0, 0});
  return parts->front();
}

}  // namespace aloud::shared_rules
