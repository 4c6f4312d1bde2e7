#include "language/english/english_rules.h"

#include <array>

#include "language/english/recogniser.h"

namespace aloud {
namespace {

// At each token the first that recognises something has it: the more a form needs to be itself, the earlier it stands.
constexpr std::array<Recogniser<English>, 22> kRecognisers = {{
    {"electronic", true, true, true, electronic},
    {"phrase", true, true, true, fixed_phrase},
    {"dotted-letters", true, false, false, dotted_letters},
    {"date", true, true, true, date},
    {"identifier", true, true, false, identifier},
    {"telephone", false, true, true, telephone},
    {"address", true, true, false, address},
    {"time", true, true, false, clock_time},
    {"dimensions", false, true, false, dimensions},
    {"quantity", true, true, true, quantity},
    {"fraction", false, true, true, fraction_or_ratio},
    {"mathematics", true, true, true, mathematics},
    {"number", true, true, true, numeral},
    {"roman-numeral", true, false, true, roman_numeral},
    {"abbreviation", true, false, false, abbreviation},
    {"initial", true, false, false, initial},
    {"designator", true, true, false, designator},
    {"initialism", true, false, false, initialism},
    {"tag", false, false, true, tag},
    {"censored", true, false, true, censored},
    {"slash", false, false, true, slash},
    {"symbol", false, false, true, symbol},
}};

// Most words are plain: small letters, with a space or a comma after them, and no number, and not listed. No recogniser begins
// with one.
bool is_plain_word(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.lower(i) || !tokens.at(i).spaced || tokens.at(i).range.size() < 3 || tokens.is_number(i + 1)) return false;
  const std::string_view word = tokens.str(i);
  if (word[1] < 'a' || word.back() < 'a' || english.tables.words.may_have_plain_word(word)) return false;  // "mRNAs"
  return !tokens.glued(i + 1) || (tokens.is(i + 1, U',') && !tokens.glued(i + 2));
}

}  // namespace

Rule english_rule(Dialect dialect) {
  return {"english", [dialect](std::string_view text) {
            return read_out<English>(text, kRecognisers, English{dialect, english_tables()}, is_plain_word);
          }};
}

Dialect dialect_of(std::string_view language) {
  static constexpr std::array<std::string_view, 10> kBritish = {"GB", "UK", "AU", "NZ", "IE", "IN", "ZA", "029", "SG", "HK"};
  for (const std::string_view region : kBritish) {
    for (std::size_t at = language.find(region); at != std::string_view::npos; at = language.find(region, at + 1)) {
      if (at > 0 && (language[at - 1] == '-' || language[at - 1] == '_')) return Dialect::british;
    }
  }
  const bool lower_case = language == "en-gb" || language.substr(0, 6) == "en-gb-";
  return lower_case ? Dialect::british : Dialect::american;
}

}  // namespace aloud
