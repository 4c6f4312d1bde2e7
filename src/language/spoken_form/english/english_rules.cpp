#include "language/spoken_form/english/english_rules.h"

#include <array>

#include "language/language_tag.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/word_list.h"

namespace aloud {
namespace {

using english::Dialect;
using english::English;

// At each token the first that recognises something has it: the more a form needs to be itself, the earlier it stands.
constexpr std::array<Recogniser<English>, 24> kRecognisers = {{
    {"electronic", true, true, true, english::electronic},
    {"phrase", true, true, true, english::fixed_phrase},
    {"slash", true, true, false, english::slashed_pair},
    {"dotted-letters", true, false, false, english::dotted_letters},
    {"date", true, true, true, english::date},
    {"identifier", true, true, false, english::identifier},
    {"telephone", false, true, true, english::telephone},
    {"address", true, true, true, english::address},
    {"time", true, true, false, english::clock_time},
    {"money", false, true, true, english::old_money},
    {"dimensions", false, true, false, english::dimensions},
    {"quantity", true, true, true, english::quantity},
    {"fraction", false, true, true, english::fraction_or_ratio},
    {"mathematics", true, true, true, english::mathematics},
    {"number", true, true, true, english::numeral},
    {"roman-numeral", true, false, true, english::roman_numeral},
    {"abbreviation", true, false, false, english::abbreviation},
    {"initial", true, false, false, english::initial},
    {"designator", true, true, false, english::designator},
    {"initialism", true, false, false, english::initialism},
    {"tag", false, false, true, english::tag},
    {"censored", true, false, true, english::censored},
    {"slash", false, false, true, english::slash},
    {"symbol", false, false, true, english::symbol},
}};

// Most words are plain: small letters, with a space or a comma after them, and no number, and not listed. No recogniser begins
// with one.
bool is_plain_word(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.lower(i) || !tokens.at(i).spaced || tokens.at(i).range.size() < 3 || tokens.is_number(i + 1)) return false;
  const std::string_view word = tokens.str(i);
  if (word[1] < 'a' || word.back() < 'a' || english.tables.words.may_have_plain_word(word)) return false;  // "mRNAs"
  return !tokens.glued(i + 1) || (tokens.is(i + 1, U',') && !tokens.glued(i + 2));
}

// The dialect of a tag such as "en-AU": American for "en" and en-US.
Dialect dialect_of(std::string_view language) {
  return is_among("GB UK AU NZ IE IN ZA 029 SG HK", region_subtag(language)) ? Dialect::british : Dialect::american;
}

}  // namespace

Rule english_rule(std::string_view language) {
  return {"english", [dialect = dialect_of(language)](std::string_view text) {
            return read_out<English>(text, kRecognisers, English{dialect, english::built_in_tables()}, is_plain_word);
          }};
}

}  // namespace aloud
