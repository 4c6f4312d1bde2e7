#include <string>

#include "language/characters.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/scores.h"
#include "language/spoken_form/english/units.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/value_text.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

using Currency = const std::vector<std::string>*;

// One side of a quantity: "-$3.5M", "20 €", "5 km", "10".
struct Amount {
  std::size_t end = 0;
  Signs signs;
  WrittenNumber number;
  std::optional<Magnitude> magnitude;
  Currency currency = nullptr;
  Unit unit;
  bool hyphenated = false;  // "$45-million", before what it describes

  explicit operator bool() const { return end != 0; }
  bool is_plain() const { return currency == nullptr && !unit && !magnitude && !signs.minus && !signs.plus; }
};

// "$", "US$", "Rs", "EUR" before a number, sign or code: sets `end` after it.
Currency currency_at(const Tokens& tokens, std::size_t i, const English& english, std::size_t& end) {
  if (tokens.is_number(i) || tokens.at(i).kind == TokenKind::none) return nullptr;
  const bool country = tokens.glued(i + 1) || tokens.str(i).size() > 1;  // "A$5", "US $5", but "A $5 bill"
  if (country && tokens.is(i + 1, U'$') && tokens.glued(i + 2) && tokens.is_number(i + 2)) {
    end = i + 2;
    if (const Currency currency = english.tables.currencies.find(std::string(tokens.str(i)) + "$")) return currency;
  }
  for (end = i + 2; end > i; --end) {
    if (end == i + 2 && !tokens.glued(i + 1)) continue;
    if (tokens.at(end - 1).range.end - tokens.at(i).range.begin > 8) continue;
    if (const Currency currency = english.tables.currencies.find(tokens.str(i, end))) return currency;
  }
  return nullptr;
}

// "1.5M views", "5m people": a short magnitude before what is counted. Races are run over "100m hurdles".
bool counts_things(const Tokens& tokens, std::size_t i, const English& english) {
  const std::string_view noun = tokens.str(i + 1);
  if (!tokens.lower(i + 1) || !tokens.at(i + 1).spaced) return false;
  const auto& counted = english.tables.counted;
  return counted.contains(noun) || (tokens.is(i, "M") && noun.size() > 3 && noun.back() == 's');
}

// "at 350F", "from 60–80C": a number of degrees without their sign, where the words before say so. `i` is the letter.
bool is_temperature(const Tokens& tokens, std::size_t i, std::size_t begin) {
  static constexpr std::string_view kBefore =
      "at to of from over below above around about until under reached reaches reach hit hits between near oven preheat bake "
      "degrees or and than low high is was a exceeds exceed exceeding";
  const bool scale = tokens.is(i, "F") || tokens.is(i, "C");
  if (!scale || !tokens.glued(i) || !tokens.ends_clean(i + 1) || !tokens.digits(i - 1, 1, 3)) return false;
  if (tokens.glued(i + 1) && !tokens.ends_chunk(i + 1) && !tokens.is(i + 1, U'/') && !tokens.is_range_dash(i + 1)) return false;
  if (tokens.is_range_dash(begin - 1) && tokens.is_number(begin - 2)) begin -= 2;  // the second side of a range
  const bool other_scale = tokens.is(begin - 1, U'/') && (tokens.is(begin - 2, "F") || tokens.is(begin - 2, "C"));
  if (other_scale && tokens.digits(begin - 3, 1, 3)) begin -= 3;  // "350F/180C"
  const bool far_from_seats = tokens.digits(i - 1, 3) || tokens.value(i - 1) % 5 == 0 || tokens.value(i - 1) > 50;
  const std::string_view before = tokens.str(begin - 1);
  return is_among(kBefore, ascii_lower(before)) && far_from_seats;
}

void take_after_number(const Tokens& tokens, Amount& amount, const English& english, Counted counted) {
  if (amount.currency != nullptr) {
    const bool hyphen = tokens.is(amount.end, U'-') && tokens.glued(amount.end);  // "$5-million"
    amount.magnitude = magnitude_at(tokens, amount.end + (hyphen ? 1 : 0), Counted::money);
    if (amount.magnitude) amount.end = amount.magnitude->end;
    amount.hyphenated = hyphen && amount.magnitude;
    return;
  }
  if (counts_things(tokens, amount.end, english)) counted = Counted::money;
  amount.magnitude = magnitude_at(tokens, amount.end, counted);
  if (amount.magnitude) amount.end = amount.magnitude->end;
  std::size_t end = 0;
  if (const Currency after = currency_at(tokens, amount.end, english, end)) {
    const bool word_sign = tokens.is_word(amount.end) && tokens.str(amount.end).size() == 2 && !tokens.glued(end);
    const bool ends = !tokens.glued(end) || (tokens.is_mark(end) && !(tokens.is_number(end + 1) && tokens.glued(end + 1)));
    // "20 €", "500 EUR", but "10 $5 notes".
    const bool code = tokens.str(amount.end).size() == 3 && tokens.is_word(amount.end) && tokens.at(amount.end).spaced &&
                      tokens.at(end).spaced && !amount.number.looks_like_year();  // "20 EUR 5 times"
    if (ends && (!tokens.is_number(end) || word_sign || code) && tokens.str(amount.end) != "Rs") {
      amount.currency = after;
      amount.end = end;
      return;
    }
  }
  if (tokens.is(amount.end, U'¢')) {
    amount.unit = {amount.end + 1, "cent", "cents"};
  } else if (tokens.is(amount.end, "p") && tokens.glued(amount.end) && english.dialect == Dialect::british) {
    amount.unit = {amount.end + 1, "penny", "pence"};
  } else if (is_temperature(tokens, amount.end, amount.signs.end)) {
    const bool celsius = tokens.is(amount.end, "C");
    amount.unit = {amount.end + 1, celsius ? "degree Celsius" : "degree Fahrenheit",
                   celsius ? "degrees Celsius" : "degrees Fahrenheit"};
  } else {
    amount.unit = unit_at(tokens, amount.end, english);
  }
  if (amount.unit) amount.end = amount.unit.end;
}

Amount amount_at(const Tokens& tokens, std::size_t i, const English& english, Counted counted = Counted::other) {
  Amount amount;
  amount.signs = signs_at(tokens, i, U"~");
  std::size_t at = amount.signs.end, after_sign = 0;
  if (const Currency currency = currency_at(tokens, at, english, after_sign)) {
    const bool code = tokens.is_word(after_sign - 1);
    if (!tokens.is_number(after_sign) && !tokens.is(after_sign, U'.')) return {};
    if (!code && !tokens.glued(after_sign) && tokens.str(at, after_sign).size() == 1 && tokens.glued(at)) return {};
    amount.currency = currency;
    at = after_sign;
  }
  amount.number = written_number(tokens, at);
  if (!amount.number) return {};
  amount.end = amount.number.end;
  take_after_number(tokens, amount, english, counted);
  return amount;
}

// "four dollars fifty cents", "fifty cents", "three point five million dollars".
std::string money_words(const Amount& amount, Dialect dialect, bool adjective) {
  const std::vector<std::string>& unit = *amount.currency;
  const WrittenNumber& number = amount.number;
  std::string words = words_of(number, dialect);
  if (amount.magnitude) return words + " " + std::string(amount.magnitude->words) + " " + (adjective ? unit[0] : unit[1]);
  std::string cents = number.fraction;  // "2.5" and "2.500" are two dollars fifty
  while (cents.size() > 2 && cents.back() == '0') cents.pop_back();
  if (cents.size() == 1) cents += '0';
  if (cents.size() != 2 || unit.size() != 4) return words + " " + (number.is_one() || adjective ? unit[0] : unit[1]);
  const std::string whole = cardinal(number.whole.empty() ? "0" : number.whole, dialect);
  words = whole + " " + (whole == "one" || adjective ? unit[0] : unit[1]);
  if (cents == "00") return words;
  const std::string part = cardinal(cents, dialect) + " " + (cents == "01" || adjective ? unit[2] : unit[3]);
  return whole == "zero" ? part : words + " " + part;
}

std::string number_and_magnitude(const Amount& amount, Dialect dialect) {
  std::string words = amount.number.looks_like_year() && amount.is_plain() ? year(amount.number.value(), dialect)
                                                                           : words_of(amount.number, dialect);
  if (amount.magnitude) words += " " + std::string(amount.magnitude->words);
  return words;
}

enum class Says : unsigned char { number, all };

std::string amount_words(const Amount& amount, const English& english, bool adjective, Says says = Says::all) {
  std::string sign = amount.signs.minus ? "minus " : amount.signs.plus ? "plus " : "";
  if (amount.signs.about) sign = "about " + sign;
  if (says == Says::number) return sign + number_and_magnitude(amount, english.dialect);
  if (amount.currency != nullptr) return sign + money_words(amount, english.dialect, adjective);
  std::string words = sign + number_and_magnitude(amount, english.dialect);
  if (amount.unit) words += " " + (amount.number.is_one() || adjective ? amount.unit.one : amount.unit.many);
  return words;
}

// Words after a quantity that are no noun it describes.
bool is_function_word(std::string_view word) {
  static constexpr std::string_view kWords =
      "each in at of on to by or as is if it an and for per the but was has had are can may not nor off out via who from with "
      "into over than each more were will when that then this until while after before since because between during about "
      "above below under without within through across along away back down only also would could should have been being ago";
  return is_among(kWords, word);
}

// A noun stands at token `i`, which what is before it may describe.
bool describes_noun(const Tokens& tokens, std::size_t i) {
  return tokens.lower(i) && tokens.at(i).spaced && tokens.str(i).size() > 1 && !is_function_word(tokens.str(i));
}

// "The 6 ft fence", "its $30 million contract", but "the $5 goes to them": a noun, as far as its form tells.
bool describes_after_the(const Tokens& tokens, std::size_t i, std::size_t end) {
  static constexpr std::string_view kDefinite = "the The this This that That his His her Her its Its their Their our my your";
  static constexpr std::string_view kNoNouns =
      "he she it we they you that which went came fell rose felt made took got just now there here all both too so";
  const std::string_view noun = tokens.str(end);
  if (!is_among(kDefinite, tokens.str(i - 1))) return false;
  const bool verb = noun.ends_with("ed") || (noun.ends_with('s') && !noun.ends_with("ss")) || noun.ends_with("ly");
  return describes_noun(tokens, end) && !verb && !is_among(kNoNouns, noun);
}

// "a 5 km run", "a $20 bill", "a two-year, $30 million contract": the unit before a noun is singular.
bool is_adjective(const Tokens& tokens, std::size_t i, std::size_t end, const English& english) {
  const bool listed = tokens.is(i - 1, U',') && tokens.is_word(i - 2) && tokens.is(i - 3, U'-') && tokens.glued(i - 3);
  const std::size_t article = listed ? i - 5 : i - 1;
  if (tokens.is_word(article) && english.tables.singular_after.contains(tokens.str(article)))
    return describes_noun(tokens, end);
  return describes_after_the(tokens, i, end);
}

// "$100-a-day", "a $5-per-head fee".
bool is_rate(const Tokens& tokens, std::size_t end) {
  return tokens.is(end, U'-') && tokens.glued(end) && tokens.glued(end + 1) && tokens.is(end + 2, U'-') &&
         is_among("a an per", tokens.str(end + 1));
}

// "5-km run", "20-ft wall": a hyphen and a unit, then a noun.
Hit hyphenated(const Tokens& tokens, std::size_t i, const Amount& amount, const English& english) {
  const std::size_t dash = amount.end;
  if (!tokens.is(dash, U'-') || !tokens.glued(dash) || !tokens.glued(dash + 1) || amount.unit) return {};
  const Unit unit = unit_at(tokens, dash + 1, english);
  if (!unit || tokens.str(dash + 1).size() < 1 || tokens.is(dash + 1, "in")) return {};
  if (tokens.single_capital(dash + 1)) return {};
  return say(tokens, i, unit.end, words_of(amount.number, english.dialect) + " " + unit.one, "measure");
}

// "1939–45": the second year without its century.
bool shortened_year(const Amount& first, const Amount& second) {
  return first.number.looks_like_year() && second.number.is_plain(2) && first.is_plain() && second.is_plain();
}

std::string range_words(const Amount& first, const Amount& second, const English& english) {
  const Dialect dialect = english.dialect;
  if (shortened_year(first, second)) {
    return year(first.number.value(), dialect) + " to " +
           (second.number.whole == "00" ? "two thousand" : second_pair(second.number.value()));
  }
  Amount from = first;
  if (first.is_plain() && second.unit && !shortened_year(first, second)) {  // "1980-1970 kg": no years
    return words_of(first.number, dialect) + " to " + amount_words(second, english, false);
  }
  const bool second_years = second.number.looks_like_year() && second.is_plain();
  if (first.is_plain() && first.number.is_plain(3) && second_years)
    return cardinal(first.number.whole, dialect) + " to " + year(second.number.value(), dialect);
  // "5–10 km" names the unit once, "$5–10" after both.
  if (first.currency != nullptr && second.currency == nullptr && !second.unit) {
    Amount to = second;
    to.currency = first.currency;
    if (!first.magnitude && second.magnitude) from.magnitude = std::nullopt;
    return amount_words(from, english, false, Says::number) + " to " + amount_words(to, english, false);
  }
  return amount_words(from, english, false) + " to " + amount_words(second, english, false);
}

// Where the second side of a range begins, after "–", "-" or " – ". 0 if there is none.
std::size_t second_side(const Tokens& tokens, std::size_t dash) {
  if (!tokens.is_range_dash(dash)) return 0;
  const bool spaced = tokens.at(dash).spaced;
  if (spaced != tokens.at(dash + 1).spaced) return 0;
  return dash + 1;
}

// The second side is the end of something else: a date, a difference, a mixed fraction, a third side, a name.
bool goes_on(const Tokens& tokens, const Amount& first, const Amount& second) {
  const std::size_t end = second.end;
  const bool date = second.number.is_plain(2) && begins_as_month(tokens.str(end));
  if (date && first.number.looks_like_year()) return true;
  if (tokens.is(end, U'=') && tokens.is_range_dash(first.end)) return true;
  if (!tokens.glued(end)) return false;
  if (tokens.is(end, U'/') && tokens.is_number(end + 1)) return true;  // "2-1/2"
  const bool scale = tokens.is(end, "F") || tokens.is(end, "C");       // "75-80F"
  return (tokens.is_word(end) && !scale) || (tokens.is_range_dash(end) && tokens.is_number(end + 1));
}

Hit range(const Tokens& tokens, std::size_t i, const Amount& first, const English& english) {
  const std::size_t begin = second_side(tokens, first.end);
  if (begin == 0 || first.signs.about) return {};
  const Amount second = amount_at(tokens, begin, english, first.currency != nullptr ? Counted::money : Counted::other);
  if (!second || second.signs.plus || goes_on(tokens, first, second)) return {};
  const bool both_plain = first.is_plain() && second.is_plain();
  if (both_plain && !first.number.grouped && first.number.fraction.empty() && second.number.fraction.empty()) {
    const Sides sides = sides_of(tokens, i, first.number, second.number, english);
    if (sides == Sides::none) return {};
    if (sides == Sides::score) {
      return say(tokens, i, second.end, score_words(first.number, second.number, english.dialect), "score");
    }
    if (sides == Sides::label) {
      return say(tokens, i, second.end,
                 words_of(first.number, english.dialect) + " dash " + words_of(second.number, english.dialect), "label");
    }
  }
  return say(tokens, i, second.end, range_words(first, second, english),
             both_plain                          ? "range"
             : second.currency || first.currency ? "money"
                                                 : "measure");
}

// "03" is three here.
std::string number_words(const WrittenNumber& number, const English& english) {
  return number.fraction.empty() ? cardinal(number.whole, english.dialect) : words_of(number, english.dialect);
}

// 40°26′46″ N
Hit angle(const Tokens& tokens, std::size_t i, const Amount& degrees, const English& english) {
  const auto is_prime = [&](std::size_t at, char32_t sign, char32_t straight) {
    return tokens.is(at, sign) || tokens.is(at, straight);
  };
  std::size_t at = degrees.end;
  std::string words = amount_words(degrees, english, false);
  const WrittenNumber minutes = written_number(tokens, at);
  if (minutes && is_prime(minutes.end, U'′', U'\'')) {
    words += " " + number_words(minutes, english) + (minutes.is_one() ? " minute" : " minutes");
    at = minutes.end + 1;
    const WrittenNumber seconds = written_number(tokens, at);
    if (seconds && is_prime(seconds.end, U'″', U'"')) {
      words += " " + number_words(seconds, english) + (seconds.is_one() ? " second" : " seconds");
      at = seconds.end + 1;
    }
  }
  const std::string_view side = tokens.str(at);
  const char* name = side == "N" ? " north" : side == "S" ? " south" : side == "E" ? " east" : side == "W" ? " west" : nullptr;
  if (name != nullptr) {
    words += name;
    ++at;
  }
  return at == degrees.end ? Hit() : say(tokens, i, at, words, "angle");
}

// 5'10", 6′2″
Hit height(const Tokens& tokens, std::size_t i, const Amount& feet, const English& english) {
  const std::size_t at = feet.end;
  if (!feet.is_plain() || !(tokens.is(at, U'′') || tokens.is(at, U'\'')) || !tokens.glued(at)) return {};
  const WrittenNumber inches = written_number(tokens, at + 1);
  const bool closed = inches && (tokens.is(inches.end, U'″') || tokens.is(inches.end, U'"'));
  if (closed && inches.value() >= 12 && inches.value() < 60) {  // 4'33"
    const auto counted = [&](const WrittenNumber& number, const char* unit) {
      return words_of(number, english.dialect) + " " + unit + (number.is_one() ? "" : "s");
    };
    return say(tokens, i, inches.end + 1, counted(feet.number, "minute") + " " + counted(inches, "second"), "duration");
  }
  if (closed && inches.value() == 0)
    return say(tokens, i, inches.end + 1, words_of(feet.number, english.dialect) + " feet", "measure");
  if (closed) {
    return say(tokens, i, inches.end + 1, words_of(feet.number, english.dialect) + " foot " + words_of(inches, english.dialect),
               "measure");
  }
  const bool open = inches && inches.value() < 12 && inches.fraction.empty() && tokens.glued(at + 1) &&
                    tokens.ends_chunk(inches.end) && !tokens.is(inches.end, U'\'');
  if (open && feet.number.value() < 8) {
    return say(tokens, i, inches.end, words_of(feet.number, english.dialect) + " foot " + words_of(inches, english.dialect),
               "measure");
  }
  const bool strand = feet.number.is_plain(1) && tokens.is(at + 1, U'-') && tokens.glued(at + 1) && tokens.is_word(at + 2);
  if (strand || is_among("end UTR untranslated cap region", tokens.str(at + 1))) {  // "the 5′-UTR" of a gene
    return say(tokens, i, at + 1, words_of(feet.number, english.dialect) + " prime", "designator");
  }
  const bool extent = tokens.at(at + 1).spaced && is_among("long wide tall high deep thick across", tokens.str(at + 1));
  if (!tokens.is(at, U'′') && !extent) return {};
  return say(tokens, i, at + 1, words_of(feet.number, english.dialect) + (feet.number.is_one() ? " foot" : " feet"), "measure");
}

// 12" with no quotation open: inches.
Hit inches(const Tokens& tokens, std::size_t i, const Amount& amount, const English& english) {
  const bool sign = tokens.is(amount.end, U'"') || tokens.is(amount.end, U'″');
  if (!amount.is_plain() || !sign || !tokens.glued(amount.end) || !tokens.ends_clean(amount.end + 1)) return {};
  constexpr std::size_t kFar = 200;  // tokens; what was quoted further back is over
  bool open = false;
  for (std::size_t at = i < kFar ? 0 : i - kFar; at < i; ++at) {
    if (tokens.is(at, U'"')) open = !open && (tokens.at(at).spaced || tokens.is_mark(at - 1));
  }
  if (open && tokens.is(amount.end, U'"')) return {};
  static constexpr std::string_view kExtents = "long wide tall high deep thick across";
  const bool extent = is_among(kExtents, tokens.str(amount.end + 1));
  const bool one = amount.number.is_one() || (!extent && describes_noun(tokens, amount.end + 1));  // "12" vinyl"
  return say(tokens, i, amount.end + 1, words_of(amount.number, english.dialect) + (one ? " inch" : " inches"), "measure");
}

// Whether the magnitude and currency of this amount are said after the next one: "$1.5 and $2 billion".
bool shares_magnitude(const Tokens& tokens, const Amount& amount, const English& english) {
  if (amount.currency == nullptr || amount.magnitude || amount.number.grouped || amount.number.whole.size() > 3) return false;
  if (!tokens.is(amount.end, "and") && !tokens.is(amount.end, "to") && !tokens.is(amount.end, "or")) return false;
  const Amount next = amount_at(tokens, amount.end + 1, english);
  return next && next.currency == amount.currency && next.magnitude;
}

bool can_begin(const Tokens& tokens, std::size_t i) {
  if (!tokens.begins_clean(i)) return false;
  if (tokens.is_number(i)) return !(tokens.follows(i, U"-.,") && tokens.glued(i - 1));
  const bool near_number = tokens.is_number(i + 1) || tokens.is_number(i + 2) || tokens.is_number(i + 3);
  return near_number && (tokens.is_mark(i) || tokens.str(i).size() <= 3);
}

// "+/-5%", "+/- 3 points", "+-2": the end of a sign of tolerance typed on a keyboard; 0 if there is none.
std::size_t end_of_tolerance(const Tokens& tokens, std::size_t i) {
  if (!tokens.is(i, U'+') || !tokens.glued(i + 1)) return 0;
  const std::size_t minus = tokens.is(i + 1, U'/') && tokens.glued(i + 2) ? i + 2 : i + 1;
  const bool sign = tokens.is(minus, U'-') || tokens.is(minus, U'−') || tokens.is(minus, U'–');
  return sign && tokens.is_number(minus + 1) ? minus + 1 : 0;
}

}  // namespace

// Money, measures, percentages, signed numbers, ranges and scores.
Hit quantity(const Tokens& tokens, std::size_t i, const English& english) {
  if (const std::size_t begin = end_of_tolerance(tokens, i); begin != 0) {
    const Amount amount = amount_at(tokens, begin, english);
    if (amount) return say(tokens, i, amount.end, "plus or minus " + amount_words(amount, english, false));
  }
  if (!can_begin(tokens, i)) return {};
  const Amount amount = amount_at(tokens, i, english);
  if (!amount) return {};
  if (Hit hit = range(tokens, i, amount, english)) return hit;
  if (amount.unit && (amount.unit.one == "degree")) {
    if (Hit hit = angle(tokens, i, amount, english)) return hit;
  }
  if (Hit hit = height(tokens, i, amount, english)) return hit;
  if (Hit hit = inches(tokens, i, amount, english)) return hit;
  if (Hit hit = hyphenated(tokens, i, amount, english)) return hit;
  if (amount.is_plain() && !amount.signs.about) return {};
  const std::string_view glued = tokens.glued(amount.end) ? tokens.str(amount.end) : std::string_view();
  const bool signed_only = amount.currency == nullptr && !amount.unit && !amount.magnitude;
  if (signed_only && (tokens.is_word(amount.end) && !glued.empty())) return {};
  if (signed_only && (glued == "/" || glued == ":")) return {};
  if (shares_magnitude(tokens, amount, english)) {  // "between $1.5 and $2 billion"
    return say(tokens, i, amount.end, words_of(amount.number, english.dialect), "money");
  }
  const bool adjective = is_adjective(tokens, i, amount.end, english) || is_rate(tokens, amount.end) ||
                         (amount.hyphenated && (tokens.is_word(amount.end) || tokens.is(amount.end, U',')));
  const char* rule = amount.currency != nullptr ? "money"
                     : amount.unit              ? (amount.unit.one == "percent" ? "percentage" : "measure")
                                                : "number";
  return with_value(say(tokens, i, amount.end, amount_words(amount, english, adjective)), rule,
                    quantity_text(tokens, amount.signs, amount.number, amount.end));
}

}  // namespace aloud::english
