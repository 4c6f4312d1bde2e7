#include "language/formulas/formula_words.h"

#include <map>

#include "language/formulas/tex_table.h"
#include "language/language_tag.h"

namespace aloud {
namespace {

const FormulaTable* wording_of(std::string_view language) {
  static const auto kTables = [] {
    std::map<std::string, FormulaTable, std::less<>> tables;
    for (const char* name : {"de", "en", "es", "fr"}) {
      tables.emplace(name, FormulaTable(name, formula_table_text(name), FormulaTable::Keys::one));
    }
    return tables;
  }();
  const auto found = kTables.find(language_subtag(std::string(language)));
  return found == kTables.end() ? nullptr : &found->second;
}

}  // namespace

bool has_formula_words(std::string_view language) { return wording_of(language) != nullptr; }

std::string formula_words(const Expression& formula, std::string_view language, const SayPlain& say_plain) {
  return Verbaliser(*wording_of(language), say_plain).words(formula);
}

}  // namespace aloud
