#include <string>

#include "language/characters.h"
#include "language/spoken_form/shared/units.h"
#include "language/spoken_form/shared/written_number.h"
#include "language/spoken_form/value_text.h"
#include "language/spoken_form/word_list.h"

namespace aloud::shared_rules {
namespace {

using Currency = const std::vector<std::string>*;

// One side of a quantity: "-3,5 Mio. €", "$20", "5 km", "10".
struct Amount {
  std::size_t begin = 0, end = 0;
  Signs signs;
  bool no_cents = false;  // "5,– €"
  WrittenNumber number;
  Magnitude magnitude;
  Currency currency = nullptr;
  Unit unit;

  explicit operator bool() const { return end != 0; }
  bool is_plain() const { return currency == nullptr && !unit && !magnitude && !signs.minus && !signs.plus; }
};

Currency currency_at(const Tokens& tokens, std::size_t i, const Language& language, std::size_t& end) {
  if (tokens.is_number(i) || tokens.at(i).kind == TokenKind::none) return nullptr;
  for (end = i + 2; end > i; --end) {
    if (end == i + 2 && !tokens.glued(i + 1)) continue;
    if (tokens.at(end - 1).range.end - tokens.at(i).range.begin > 8) continue;
    const bool cut = tokens.is_word(end - 1) && tokens.glued(end) && tokens.is_word(end);
    const Currency currency = cut ? nullptr : language.tables.currencies.find(tokens.str(i, end));
    if (currency == nullptr) continue;
    if (end == i + 2 && tokens.is(i + 1, U'.') && end >= tokens.size()) end = i + 1;  // the text's period stays
    return currency;
  }
  return nullptr;
}

// "5,– €" and "5,- €": no cents.
void take_dash_cents(const Tokens& tokens, Amount& amount) {
  const std::size_t comma = amount.end;
  const bool sign = (tokens.is(comma, U',') || tokens.is(comma, U'.')) && tokens.glued(comma);
  if (!sign || !tokens.is_range_dash(comma + 1) || !tokens.glued(comma + 1) || tokens.glued(comma + 2)) return;
  amount.no_cents = true;
  amount.end = comma + 2;
}

void take_after_number(const Tokens& tokens, Amount& amount, const Language& language) {
  take_dash_cents(tokens, amount);
  const Magnitude magnitude =
      magnitude_at(tokens, amount.end, amount.currency != nullptr ? Counted::money : Counted::other, language);
  std::size_t end = 0;
  if (amount.currency != nullptr) {
    amount.magnitude = magnitude;
    if (magnitude) amount.end = magnitude.end;
    return;
  }
  const Magnitude of_money = magnitude ? magnitude : magnitude_at(tokens, amount.end, Counted::money, language);
  std::size_t after = of_money ? of_money.end : amount.end;
  // "5 millones de $", "3 millions d'euros" need not the word: it is said anyway.
  const auto* of = language.tables.terms.find("magnitude of");
  if (of_money && of != nullptr && tokens.is(after, of->front()) && tokens.is_mark(after + 1)) ++after;
  if (const Currency currency = currency_at(tokens, after, language, end)) {
    const bool next_amount = tokens.is_number(end) && tokens.glued(end) && tokens.is_mark(after);  // "10 $5"
    if (!next_amount && tokens.ends_clean(end)) {
      amount.currency = currency;
      amount.magnitude = of_money;
      amount.end = end;
      amount.unit.suffix.clear();
      return;
    }
  }
  if (amount.no_cents) return;
  if (magnitude) {
    amount.magnitude = magnitude;
    amount.end = magnitude.end;
    return;
  }
  amount.unit = unit_at(tokens, amount.end, language);
  if (amount.unit) amount.end = amount.unit.end;
}

Amount amount_at(const Tokens& tokens, std::size_t i, const Language& language) {
  Amount amount;
  amount.begin = i;
  amount.signs = signs_at(tokens, i, U"~≈");
  std::size_t at = amount.signs.end, after_sign = 0;
  if (const Currency currency = currency_at(tokens, at, language, after_sign)) {
    if (!tokens.is_number(after_sign)) return {};
    amount.currency = currency;
    at = after_sign;
  }
  amount.number = written_number(tokens, at, language);
  if (!amount.number) return {};
  amount.end = amount.number.end;
  take_after_number(tokens, amount, language);
  return amount;
}

// "€/kg", "€ pro Stunde": what a price is for.
std::string price_for(const Tokens& tokens, Amount& amount, const Language& language) {
  if (amount.currency == nullptr || !tokens.is(amount.end, U'/') || !tokens.glued(amount.end)) return {};
  if (!tokens.is_word(amount.end + 1) || !tokens.glued(amount.end + 1)) return {};
  std::size_t end = amount.end + 2;
  std::string what(tokens.str(amount.end + 1));
  if (const Unit unit = unit_at(tokens, amount.end + 1, language)) {
    what = unit.noun.one;
    end = unit.end;
  }
  amount.end = end;
  return " " + language.tables.term("per") + " " + what;
}

std::string sign_words(const Amount& amount, const Language& language) {
  std::string words = amount.signs.about ? language.tables.term("about") + " " : "";
  if (amount.signs.minus) words += language.tables.term("minus") + " ";
  if (amount.signs.plus) words += language.tables.term("plus") + " ";
  return words;
}

// "drei Komma fünf Millionen", with what is counted after it.
std::string with_magnitude(const Amount& amount, const std::string& noun, Case grammatical_case, const Language& language) {
  const WrittenNumber& number = amount.number;
  const bool one = language.grammar.is_singular(number.whole, number.fraction);
  const Agreement agreement{amount.magnitude.noun.gender, grammatical_case};
  std::string words = words_of(number, agreement, language) + " ";
  if (amount.magnitude.noun.one == amount.magnitude.noun.many) {  // "mil": no noun
    words = number.whole == "1" && number.fraction.empty() ? "" : words;
    return words + amount.magnitude.noun.one + (noun.empty() ? "" : " " + noun);
  }
  words += one ? amount.magnitude.noun.one : amount.magnitude.noun.many;
  return noun.empty() ? words : words + " " + language.grammar.of_magnitude(noun);
}

// "drei Euro fünfzig", "fünfzig Cent".
std::string money_words(const Amount& amount, Case grammatical_case, const Language& language) {
  const Noun unit = noun_of(*amount.currency);
  const WrittenNumber& number = amount.number;
  const Grammar& grammar = language.grammar;
  if (amount.magnitude) return with_magnitude(amount, unit.many, grammatical_case, language);
  const bool has_cents = number.fraction.size() == 2 && amount.currency->size() >= 6;
  if (!has_cents || number.fraction == "00") {
    WrittenNumber whole = number;
    if (has_cents) whole.fraction.clear();
    const bool one = grammar.is_singular(whole.whole, whole.fraction);
    const std::string noun = grammar.inflected(unit, one, grammatical_case);
    // "deux millions d'euros"
    return words_of(whole, {unit.gender, grammatical_case}, language) + " " +
           (whole.is_round() ? grammar.of_magnitude(noun) : noun);
  }
  const Noun cent = noun_of({(*amount.currency)[3], (*amount.currency)[4], (*amount.currency)[5]});
  const bool one_cent = number.fraction == "01";
  const std::string cents = grammar.counting(number.fraction, {cent.gender, grammatical_case});
  const std::string named = cents + " " + grammar.inflected(cent, one_cent, grammatical_case);
  if (number.whole.find_first_not_of('0') == std::string::npos) return named;
  const bool one = grammar.is_singular(number.whole, "");
  std::string words =
      grammar.counting(number.whole, {unit.gender, grammatical_case}) + " " + grammar.inflected(unit, one, grammatical_case);
  if (language.tables.term("name cents") == "yes") return words + " " + named;
  return words + " " + grammar.cardinal(number.fraction);
}

enum class Says : unsigned char { number, all };

std::string amount_words(const Amount& amount, const Tokens& tokens, const Language& language, Says says = Says::all) {
  const std::string sign = sign_words(amount, language);
  const Grammar& grammar = language.grammar;
  const Case grammatical_case = grammar.case_at(tokens, amount.begin);
  if (amount.currency != nullptr && says == Says::all) return sign + money_words(amount, grammatical_case, language);
  if (amount.magnitude) {
    Amount counted = amount;
    const bool no_noun = amount.magnitude.noun.one == amount.magnitude.noun.many;  // "200 mil personas"
    const auto gender = no_noun ? grammar.gender_at(tokens, amount.end, language) : std::nullopt;
    if (gender) counted.magnitude.noun.gender = *gender;
    return sign + with_magnitude(counted, "", grammatical_case, language);
  }
  if (!amount.unit || says == Says::number) {
    const bool year = amount.is_plain() && amount.number.is_plain(4) && grammar.is_year(tokens, amount.begin);
    return sign + (year ? grammar.year(amount.number.value()) : words_of(amount.number, language));
  }
  const bool one = grammar.is_singular(amount.number.whole, amount.number.fraction);
  const std::string unit = unit_words(amount.unit, one, grammatical_case, language);
  const std::string number = amount.unit.noun.agrees
                                 ? words_of(amount.number, {amount.unit.noun.gender, grammatical_case}, language)
                                 : words_of(amount.number, language);
  return sign + number + " " + (amount.number.is_round() ? grammar.of_magnitude(unit) : unit);
}

bool score_near(const Tokens& tokens, std::size_t i, std::size_t end, const Language& language) {
  for (std::size_t back = 1; back <= 5; ++back) {
    if (tokens.is_word(i - back) && language.tables.score_words.contains(tokens.str(i - back))) return true;
  }
  return tokens.is_word(end) && language.tables.score_words.contains(tokens.str(end));
}

// What stands between the two sides of a range: a dash without spaces or with one on each side.
std::size_t second_side(const Tokens& tokens, std::size_t dash) {
  if (!tokens.is_range_dash(dash) && !tokens.is(dash, U'÷')) return 0;
  return tokens.at(dash).spaced == tokens.at(dash + 1).spaced ? dash + 1 : 0;
}

// "1939–45": the second year without its century.
bool is_shortened_year(const Amount& first, const Amount& second) {
  return first.number.is_plain(4) && second.number.is_plain(2) && first.is_plain() && second.is_plain();
}

std::string range_words(const Amount& first, const Amount& second, const Tokens& tokens, const Language& language) {
  Amount from = first;
  Amount to = second;
  to.begin = first.begin;  // what stands before the range says the case of both
  const std::string joint = " " + language.tables.term("to") + " ";
  if (is_shortened_year(first, second)) {
    return amount_words(from, tokens, language) + joint + language.grammar.cardinal(second.number.whole);
  }
  // "5–10 km" names the unit once, "$5–10" after both.
  if (first.currency != nullptr && second.currency == nullptr && !second.unit) {
    to.currency = first.currency;
    return amount_words(from, tokens, language, Says::number) + joint + amount_words(to, tokens, language);
  }
  if (first.is_plain() && (second.unit || second.currency != nullptr)) {
    const Gender gender = second.unit ? second.unit.noun.gender : noun_of(*second.currency).gender;
    return words_of(first.number, {gender, Case::nominative}, language) + joint + amount_words(to, tokens, language);
  }
  return amount_words(from, tokens, language) + joint + amount_words(to, tokens, language);
}

// Three sides, or letters: a telephone number, a date, a name.
bool goes_on(const Tokens& tokens, const Amount& second) {
  if (!tokens.glued(second.end)) return false;
  return tokens.is_word(second.end) ||
         ((tokens.is_range_dash(second.end) || tokens.is(second.end, U'/')) && tokens.is_number(second.end + 1));
}

// "747-400" is an airliner of Boeing's, "2005-102" a law of a year: no ranges.
bool is_designation(const WrittenNumber& first, const WrittenNumber& second) {
  if (first.is_plain(4) && second.is_plain(3)) return first.value() >= 1900 && first.value() <= 2099;
  const bool boeing = first.is_plain(3) && first.whole.front() == '7' && first.whole.back() == '7' && second.is_plain(1, 3);
  return boeing && (second.value() <= first.value() || second.value() % 100 == 0);
}

// "article L. 123-4", "article 9-1": a number of a code of laws.
bool is_legal_number(const Tokens& tokens, std::size_t i, const Language& language) {
  const auto* nouns = language.tables.terms.find("numbered by hyphens");
  if (nouns == nullptr) return false;
  std::size_t at = i - 1;
  if (tokens.is(at, U'.')) --at;
  if (tokens.single_capital(at)) --at;
  return is_among(nouns->front(), tokens.str(at));
}

Hit range(const Tokens& tokens, std::size_t i, const Amount& first, const Language& language) {
  const std::size_t begin = second_side(tokens, first.end);
  if (begin == 0 || first.signs.about) return {};
  const Amount second = amount_at(tokens, begin, language);
  if (!second || second.signs.plus || goes_on(tokens, second)) return {};
  if (tokens.is(second.end, U'=') && tokens.at(first.end).spaced) return {};  // a difference
  const bool plain = first.is_plain() && second.is_plain();
  if (plain && tokens.is(first.end, U'-') && tokens.glued(first.end) && is_designation(first.number, second.number)) {
    const std::string joint = first.number.is_plain(4) ? ", " : " ";
    return say(tokens, i, second.end,
               language.grammar.cardinal(first.number.whole) + joint + language.grammar.cardinal(second.number.whole),
               "designator");
  }
  if (plain && tokens.is(first.end, U'-') && tokens.glued(first.end) && is_legal_number(tokens, i, language)) {
    return say(tokens, i, second.end,
               language.grammar.cardinal(first.number.whole) + " " + language.tables.term("mark-") + " " +
                   language.grammar.cardinal(second.number.whole),
               "label");
  }
  if (plain && first.number.is_plain(1, 3) && second.number.is_plain(1, 3)) {
    const bool falls = second.number.value() <= first.number.value();
    if (tokens.at(first.end).spaced && falls) return {};
    if (falls || (score_near(tokens, i, second.end, language) && !tokens.at(first.end).spaced)) {
      return say(tokens, i, second.end,
                 language.grammar.cardinal(first.number.whole) + " " + language.tables.term("score") + " " +
                     language.grammar.cardinal(second.number.whole),
                 "score");
    }
  }
  return say(tokens, i, second.end, range_words(first, second, tokens, language),
             plain                                                     ? "range"
             : first.currency != nullptr || second.currency != nullptr ? "money"
                                                                       : "measure");
}

// 40°26′46″ N
Hit angle(const Tokens& tokens, std::size_t i, const Amount& degrees, const Language& language) {
  std::size_t at = degrees.end;
  std::string words = amount_words(degrees, tokens, language);
  const auto part = [&](char32_t sign, char32_t straight, const char* name) {
    const WrittenNumber number = written_number(tokens, at, language);
    if (!number || !(tokens.is(number.end, sign) || tokens.is(number.end, straight))) return;
    const Noun noun = noun_of(*language.tables.terms.find(name));
    const bool one = language.grammar.is_singular(number.whole, number.fraction);
    words += " " + words_of(number, {noun.gender, Case::nominative}, language) + " " + (one ? noun.one : noun.many);
    at = number.end + 1;
  };
  part(U'′', U'\'', "angle minute");
  part(U'″', U'"', "angle second");
  const auto* side = language.tables.terms.find("side " + std::string(tokens.str(at)));
  if (side != nullptr && (at > degrees.end || !tokens.glued(at + 1))) {
    words += " " + side->front();
    ++at;
  }
  return at == degrees.end ? Hit() : say(tokens, i, at, words, "angle");
}

bool can_begin(const Tokens& tokens, std::size_t i) {
  if (!tokens.begins_clean(i)) return false;
  if (tokens.is_number(i)) return !(tokens.follows(i, U"-.,") && tokens.glued(i - 1));
  const bool near_number = tokens.is_number(i + 1) || tokens.is_number(i + 2) || tokens.is_number(i + 3);
  return near_number && (tokens.is_mark(i) || tokens.str(i).size() <= 4);
}

}  // namespace

// Money, measures, percentages, signed numbers, ranges and scores.
Hit quantity(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!can_begin(tokens, i)) return {};
  Amount amount = amount_at(tokens, i, language);
  if (!amount) return {};
  if (Hit hit = range(tokens, i, amount, language)) return hit;
  if (amount.unit && tokens.is(amount.end - 1, U'°')) {
    if (Hit hit = angle(tokens, i, amount, language)) return hit;
  }
  if (amount.is_plain() && !amount.signs.about) return {};
  const bool signed_only = amount.currency == nullptr && !amount.unit && !amount.magnitude;
  const bool mixed = signed_only && tokens.is_number(amount.end) && tokens.is(amount.end + 1, U'/');  // "-2 1/3"
  if (mixed) return {};
  if (signed_only && tokens.glued(amount.end) &&
      (tokens.is_word(amount.end) || tokens.is(amount.end, U'/') || tokens.is(amount.end, U':'))) {
    return {};
  }
  const std::string price = price_for(tokens, amount, language);
  const bool percentage = amount.unit && (tokens.is(amount.end - 1, U'%') || tokens.is(amount.end - 1, U'‰'));
  const char* rule = amount.currency != nullptr ? "money" : percentage ? "percentage" : amount.unit ? "measure" : "cardinal";
  return with_value(say(tokens, i, amount.end, amount_words(amount, tokens, language) + price), rule,
                    quantity_text(tokens, amount.signs, amount.number, amount.end));
}

}  // namespace aloud::shared_rules
