#include "language/spoken_form/shared/shared_rules.h"

#include <array>

#include "language/language_tag.h"
#include "language/spoken_form/french/french_grammar.h"
#include "language/spoken_form/german/german_grammar.h"
#include "language/spoken_form/shared/language.h"
#include "language/spoken_form/spanish/spanish_grammar.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using shared_rules::DecimalSign;
using shared_rules::Language;
using shared_rules::Tables;

Hit ordinal(const Tokens& tokens, std::size_t i, const Language& language) {
  return language.grammar.ordinal(tokens, i, language);
}
Hit roman(const Tokens& tokens, std::size_t i, const Language& language) { return language.grammar.roman(tokens, i, language); }
Hit special(const Tokens& tokens, std::size_t i, const Language& language) {
  return language.grammar.special(tokens, i, language);
}

// At each token the first that recognises something has it: the more a form needs to be itself, the earlier it stands.
constexpr std::array<Recogniser<Language>, 18> kRecognisers = {{
    {"electronic", true, true, true, shared_rules::electronic},
    {"special", true, true, false, special},
    {"abbreviation", true, false, true, shared_rules::phrase},
    {"date", true, true, false, shared_rules::date},
    {"telephone", false, true, true, shared_rules::telephone},
    {"identifier", true, true, false, shared_rules::identifier},
    {"time", false, true, false, shared_rules::clock_time},
    {"ordinal", true, true, false, ordinal},
    {"quantity", true, true, true, shared_rules::quantity},
    {"fraction", false, true, true, shared_rules::fraction},
    {"mathematics", true, false, true, shared_rules::mathematics},
    {"cardinal", false, true, false, shared_rules::numeral},
    {"roman-numeral", true, false, false, roman},
    {"initial", true, false, false, shared_rules::initial},
    {"designator", true, true, false, shared_rules::designator},
    {"initialism", true, false, false, shared_rules::initialism},
    {"tag", false, false, true, shared_rules::tag},
    {"symbol", false, false, true,
     [](const Tokens& tokens, std::size_t i, const Language& language) {
       const Hit hit = shared_rules::slash(tokens, i, language);
       return hit ? hit : shared_rules::symbol(tokens, i, language);
     }},
}};

// Most words are plain: not short, with a small letter after the first, a space or a comma after the last, and no number. No
// recogniser begins with one.
bool is_plain_word(const Tokens& tokens, std::size_t i, const Language& /*language*/) {
  if (!tokens.is_word(i) || !tokens.at(i).spaced || tokens.is_number(i + 1)) return false;
  if (tokens.at(i).range.size() < (tokens.lower(i) ? 3U : 6U)) return false;
  if (tokens.str(i)[0] == 'x' || tokens.str(i).starts_with("vi") || tokens.str(i).starts_with("ii"))
    return false;  // "siglo xix"
  if (is_ascii_upper(tokens.str(i)[1])) return false;
  return !tokens.glued(i + 1) || (tokens.is(i + 1, U',') && !tokens.glued(i + 2));
}

// Where Spanish is written with a decimal point.
bool writes_points(std::string_view tag) { return is_among("MX US GT HN NI PA PR DO SV PE 419", region_subtag(tag)); }

// Grammars and tables live as long as the program.
const Language* language_of(std::string_view tag, const EngineSpelling& spelling) {
  const std::string subtag = language_subtag(std::string(tag));
  if (subtag == "de") {
    static const Tables tables(german_table_text);
    static const shared_rules::GermanGrammar thousands_apart(tables, GermanThousands::apart),
        thousands_joined(tables, GermanThousands::joined);
    static const Language apart{thousands_apart, tables}, joined{thousands_joined, tables};
    return spelling.german_thousands == GermanThousands::apart ? &apart : &joined;
  }
  if (subtag == "fr") {
    static const Tables tables(french_table_text);
    using shared_rules::FrenchTens;
    static const shared_rules::FrenchGrammar by_twenties(tables, FrenchTens::by_twenties), by_tens(tables, FrenchTens::by_tens);
    static const Language common{by_twenties, tables}, western{by_tens, tables};
    return is_among("BE CH", region_subtag(tag)) ? &western : &common;
  }
  if (subtag == "es") {
    static const Tables tables(spanish_table_text);
    static const shared_rules::SpanishGrammar grammar(tables);
    static const Language comma{grammar, tables, DecimalSign::comma}, point{grammar, tables, DecimalSign::point};
    return writes_points(tag) ? &point : &comma;
  }
  return nullptr;
}

}  // namespace

std::optional<Rule> shared_rule(std::string_view tag, const EngineSpelling& spelling) {
  const Language* language = language_of(tag, spelling);
  if (language == nullptr) return std::nullopt;
  return Rule{"read-out",
              [language](std::string_view text) { return read_out<Language>(text, kRecognisers, *language, is_plain_word); }};
}

}  // namespace aloud
