#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

bool is_ordinal_suffix(std::string_view text) { return is_ordinal_ending(text) || is_among("ST ND RD TH ˢᵗ ⁿᵈ ʳᵈ ᵗʰ", text); }

// Whether a number of four digits is said as a year.
bool is_year(const Tokens& tokens, std::size_t i, const WrittenNumber& number, const English& english) {
  constexpr std::uint32_t kLastYear = 2999;
  const bool far = number.is_plain(4) && is_among("year Year", tokens.str(i - 1));  // "the year 2525"
  if (far && number.value() >= 1000 && number.value() <= kLastYear) return true;
  if (!number.looks_like_year()) return false;
  static constexpr std::string_view kPrefixes = "pre Pre post Post mid Mid early Early late Late";  // "post-1945 books"
  if (tokens.follows(i, U"-") && is_among(kPrefixes, tokens.str(i - 2))) return true;
  const std::string_view before = tokens.str(i - 1);
  const bool year_before = english.tables.year_before.contains(before);
  const bool weak =
      before == "of" || before == "to" || before == "and" || before == "between" || before == "from" || before == "through";
  if (is_plural_noun(tokens, number.end, english)) return year_before && !weak;
  return true;
}

// "ID 4815162342", "the zip code is 90210", "account number: 12345678": a number that names something.
bool is_serial(const Tokens& tokens, std::size_t i, const WrittenNumber& number, const English& english) {
  constexpr std::size_t kShortest = 4;  // digits
  if (number.grouped || !number.fraction.empty() || number.whole.size() < kShortest) return false;
  static constexpr std::string_view kBetween = "number numbers code is was no No ID id";
  static constexpr std::string_view kNames =
      "zip Zip ZIP postal PIN ID account Account routing serial Serial tracking Tracking passport registration invoice";
  std::size_t at = i - 1;
  for (int left = 3; left > 0; --left, --at) {
    const bool mark = tokens.is(at, U':') || tokens.is(at, U'#') || tokens.is(at, U'.');
    const bool name = is_among(kNames, tokens.str(at)) || (at + 1 < i && english.tables.serial_names.contains(tokens.str(at)));
    if (name) return tokens.str(at) != "account" || at + 1 < i;
    if (!mark && !is_among(kBetween, tokens.str(at))) return false;
  }
  return false;
}

// "RTX 3090", "RFC 2616": four digits after capitals are said in pairs, unless they count something or end in zeros.
bool is_model(const Tokens& tokens, std::size_t i, const WrittenNumber& number, const English& english) {
  const std::string_view name = tokens.str(i - 1);
  const std::uint32_t value = number.value();
  if (!number.is_plain(4) || !tokens.at(i).spaced || value < 2100 || value % 100 == 0 || value % 1000 < 10) return false;
  const bool capitals = name.size() >= 2 && name.size() <= 4 && is_ascii_capitals(name);
  return capitals && !english.tables.plain_words.contains(name) && !tokens.lower(number.end) && name != "ISO";
}

// "1990s", "20s", "1990's", "'90s", "747s". `i` is the number.
std::string plural_number(const Tokens& tokens, std::size_t i, const English& english) {
  const std::uint32_t value = tokens.value(i);
  const bool power = value == 10 || value == 100 || value == 1000;  // "100s of people"
  if (power && tokens.is(i + 2, "of")) return value == 10 ? "tens" : value == 100 ? "hundreds" : "thousands";
  if (tokens.digits(i, 4) && value >= 1000 && value <= 2999) return decade(value, english.dialect);
  if (tokens.str(i) == "00") return "two thousands";
  if (tokens.digits(i, 2) && tokens.str(i).front() == '0') return plural_of_words(second_pair(value));
  return plural_of_words(designator_digits(tokens.str(i), english.dialect));
}

std::size_t end_of_plural(const Tokens& tokens, std::size_t i) {
  std::size_t at = i + 1;
  if (tokens.is(at, U'\'') && tokens.glued(at) && tokens.is(at + 1, "s") && tokens.value(i) % 10 == 0) ++at;
  const bool decade = tokens.digits(i, 4) && tokens.value(i) % 10 == 0;  // also "1980 s"
  return tokens.is(at, "s") && (tokens.glued(at) || decade) && tokens.ends_clean(at + 1) ? at + 1 : 0;
}

// "'68", "'90s"
Hit short_year(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.is(i, U'\'') || !tokens.digits(i + 1, 2) || !tokens.glued(i + 1)) return {};
  const bool opens = tokens.at(i).spaced || tokens.is_range_dash(i - 1) || tokens.is(i - 1, U'(');
  if (!opens) return {};
  if (const std::size_t end = end_of_plural(tokens, i + 1); end != 0) {
    return say(tokens, i, end, plural_number(tokens, i + 1, english), "decade");
  }
  if (!tokens.ends_clean(i + 2)) return {};
  const bool possessive = tokens.is(i + 3, "s") && tokens.glued(i + 3) && tokens.ends_clean(i + 4);  // "the class of '85's"
  if (tokens.is(i + 2, U'\'') && tokens.glued(i + 2) && !possessive) return {};                      // in quotation marks
  if (tokens.is_range_dash(i + 2) && tokens.is(i + 3, U'\'') && tokens.digits(i + 4, 2) && tokens.glued(i + 4) &&
      tokens.ends_clean(i + 5)) {
    return say(tokens, i, i + 5, second_pair(tokens.value(i + 1)) + " to " + second_pair(tokens.value(i + 4)), "range");
  }
  return say(tokens, i, i + 2, second_pair(tokens.value(i + 1)), "year");
}

// After a hyphen: "B-52", "F-150" is "one fifty", "pre-1990" a year.
Hit after_hyphen(const Tokens& tokens, std::size_t i, const English& english) {
  const bool lower = tokens.lower(i - 2) && tokens.str(i - 2).size() > 1;
  const bool letter_follows = tokens.glued(i + 1) && tokens.is_word(i + 1) && !tokens.is(i + 1, "s");
  if (lower || letter_follows || tokens.is_number(i - 2)) return {};
  if (const std::size_t end = end_of_plural(tokens, i); end != 0) return say(tokens, i, end, plural_number(tokens, i, english));
  if (is_ordinal_suffix(tokens.str(i + 1)) && tokens.glued(i + 1)) return {};
  if (tokens.is(i + 1, U'.') && tokens.glued(i + 1) && tokens.is_number(i + 2)) return {};
  return say(tokens, i, i + 1, designator_digits(tokens.str(i), english.dialect));
}

std::string plain_number(const Tokens& tokens, std::size_t i, const WrittenNumber& number, const English& english,
                         const char*& rule) {
  const bool card = number.is_plain(4) && tokens.is(i - 1, "in") && (tokens.is(i - 2, "ending") || tokens.is(i - 2, "ends"));
  constexpr std::size_t kLongestCount = 12;  // digits; more without separators are a number of something, not of things
  if (card || is_serial(tokens, i, number, english) ||
      (!number.grouped && number.fraction.empty() && number.whole.size() > kLongestCount)) {
    rule = "serial-number";
    return digit_by_digit(number.whole);
  }
  if (number.is_plain(3) && number.whole == "911" && !english.tables.paired.contains(tokens.str(i - 1))) {
    rule = "telephone";
    return digit_by_digit(number.whole);
  }
  const bool pairs = number.is_plain(3) && english.tables.paired.contains(tokens.str(i - 1));
  if (pairs || is_model(tokens, i, number, english)) return designator_digits(number.whole, english.dialect);
  if (is_year(tokens, i, number, english)) {
    rule = "year";
    return year(number.value(), english.dialect);
  }
  rule = number.fraction.empty() ? "cardinal" : "decimal";
  return words_of(number, english.dialect);
}

// "the 1990s–2000s", "10th–12th": the dash after one of two alike is "to".
Hit with_range(const Tokens& tokens, Hit hit) {
  const std::size_t dash = hit.end;
  const bool alike =
      tokens.is_word(dash - 1) && tokens.is_word(dash + 2) && tokens.glued(dash + 2) && tokens.is_number(dash + 1);
  if (!alike || !tokens.is_range_dash(dash) || !tokens.glued(dash) || !tokens.glued(dash + 1)) return hit;
  hit.edits.push_back({tokens.range(dash, dash + 1), " to "});
  hit.end = dash + 1;
  return hit;
}

}  // namespace

// A noun in the plural, as far as its ending tells.
bool is_plural_noun(const Tokens& tokens, std::size_t i, const English& english) {
  const std::string_view word = tokens.str(i);
  if (!tokens.lower(i) || !tokens.at(i).spaced) return false;
  if (english.tables.counted.contains(word)) return true;
  if (word.size() < 4 || word.back() != 's' || english.tables.not_counted.contains(word)) return false;
  const char before = word[word.size() - 2];
  return before != 's' && before != 'u' && before != 'i';
}

// Numbers that no other class has taken: ordinals, decades, years, cardinals, decimals.
Hit numeral(const Tokens& tokens, std::size_t i, const English& english) {
  if (tokens.is_mark(i)) {
    if (Hit hit = short_year(tokens, i, english)) return hit;
    if (!tokens.is(i, U'.')) return {};
  } else if (!tokens.is_number(i)) {
    return {};
  }
  if (!tokens.begins_clean(i)) return {};
  const bool hyphen = tokens.is(i - 1, U'-') && tokens.glued(i) && tokens.glued(i - 1) && tokens.is_number(i);
  if (hyphen) {
    if (Hit hit = after_hyphen(tokens, i, english)) return hit;
  }
  const WrittenNumber number = written_number(tokens, i);
  if (!number) return {};
  if (tokens.is_number(i) && number.end == i + 1) {
    if (const std::size_t end = end_of_plural(tokens, i); end != 0)
      return with_range(tokens, say(tokens, i, end, plural_number(tokens, i, english), "decade"));
  }
  if (number.grouped && tokens.is(number.end, "s") && tokens.glued(number.end) && tokens.ends_clean(number.end + 1)) {
    const bool thousands = number.whole == "1000" && tokens.is(number.end + 1, "of");
    return say(tokens, i, number.end + 1,
               thousands ? "thousands" : plural_of_words(words_of(number, english.dialect)));  // "1,000s"
  }
  if (is_ordinal_suffix(tokens.str(number.end)) && tokens.glued(number.end) && number.fraction.empty() &&
      tokens.ends_clean(number.end + 1)) {
    return with_range(tokens, say(tokens, i, number.end + 1, ordinal(number.whole, english.dialect), "ordinal"));
  }
  const bool times = (tokens.is(number.end, "x") || tokens.is(number.end, "X")) &&
                     (tokens.ends_clean(number.end + 1) || tokens.is_number(number.end + 1));
  if (tokens.is(number.end, "k") && tokens.glued(number.end) && tokens.ends_clean(number.end + 1)) {
    return say(tokens, i, number.end + 1, words_of(number, english.dialect) + " thousand");
  }
  if (tokens.glued(number.end) && !tokens.is_mark(number.end) && !times && number.end == i + 1) return {};
  const char* rule = nullptr;
  std::string words = plain_number(tokens, i, number, english, rule);
  return say(tokens, i, number.end, std::move(words), rule);
}

}  // namespace aloud::english
