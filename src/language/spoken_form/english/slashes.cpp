#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/units.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

bool is_slash(const Tokens& tokens, std::size_t i) { return tokens.is(i, U'/') && tokens.glued(i) && tokens.glued(i + 1); }

// "an A/B test", "P/E": capitals by themselves, spelled without the mark between them.
Hit lone_capitals(const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kMost = 4;  // letters
  if (!tokens.single_capital(i) || !tokens.begins_clean(i) || tokens.follows(i, U"/.@#'&-")) return {};
  std::string letters(tokens.str(i));
  std::size_t end = i + 1;
  while (letters.size() < kMost && is_slash(tokens, end) && tokens.single_capital(end + 1)) {
    letters += tokens.str(end + 1);
    end += 2;
  }
  if (letters.size() < 2 || !tokens.ends_clean(end) || tokens.is(end, U'/')) return {};
  return say(tokens, i, end, spelled_letters(letters));
}

// A code of ISO 4217, or of money that no bank issues.
bool is_currency_code(std::string_view word, const English& english) {
  static constexpr std::string_view kCoins = "BTC ETH XRP LTC SOL ADA BNB XAU XAG XBT USDT USDC";
  return (word.size() == 3 && is_ascii_capitals(word) && english.tables.currencies.find(word) != nullptr) ||
         is_among(kCoins, word);
}

// "EUR/USD": what one is worth in the other.
Hit currency_pair(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.begins_clean(i) || !is_slash(tokens, i + 1) || !tokens.ends_clean(i + 3)) return {};
  if (!is_currency_code(tokens.str(i), english) || !is_currency_code(tokens.str(i + 2), english)) return {};
  return say(tokens, i, i + 3, spelled_letters(tokens.str(i)) + " " + spelled_letters(tokens.str(i + 2)), "currency-pair");
}

// "the 2019 / 2020 season": from one year to the next.
Hit spaced_years(const Tokens& tokens, std::size_t i, const English& english) {
  const bool shape = tokens.digits(i, 4) && tokens.is(i + 1, U'/') && tokens.at(i + 1).spaced && tokens.at(i + 2).spaced;
  if (!shape || !tokens.begins_clean(i) || !tokens.ends_clean(i + 3)) return {};
  const std::uint32_t first = tokens.value(i);
  const std::uint32_t second = tokens.digits(i + 2, 2) ? first - first % 100 + tokens.value(i + 2) : tokens.value(i + 2);
  if (first < 1100 || first > 2099 || second <= first || second > 2099 || tokens.digits(i + 2, 1)) return {};
  const bool next = second == first + 1;
  return say(tokens, i, i + 3, year(first, english.dialect) + (next ? " to " : " slash ") + year(second, english.dialect),
             "range");
}

}  // namespace

// What a slash joins that is neither a fraction nor a quantity per another.
Hit slashed_pair(const Tokens& tokens, std::size_t i, const English& english) {
  if (tokens.is_number(i)) return spaced_years(tokens, i, english);
  if (Hit hit = lone_capitals(tokens, i)) return hit;
  return currency_pair(tokens, i, english);
}

// "5/day", "2x/day" per day; else "slash" between words, said nowhere when the mark stands alone.
Hit slash(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.is(i, U'/') || !tokens.glued(i) || tokens.ends_clean(i + 1)) return {};
  if (tokens.is(i - 1, "f") && tokens.begins_clean(i - 1) && tokens.is_number(i + 1))
    return say(tokens, i, i + 1, " ");  // "f/2.8"
  if (tokens.is_number(i - 1) && tokens.ends_clean(i + 2) && is_among("x y z n k r", tokens.str(i + 1))) {
    return say(tokens, i, i + 1, "over");
  }
  if (tokens.is(i - 1, U'¢') && is_measured_by(tokens.str(i + 1))) return say(tokens, i, i + 1, "per");
  if (tokens.is(i - 1, U')') && tokens.is_number(i + 1)) return say(tokens, i, i + 1, " over");  // "n(n+1)/2"
  if (tokens.is_mark(i - 1)) return {};
  const bool spelled_out = tokens.str(i - 1).ends_with('s');  // "7 days/wk"
  const bool short_unit = tokens.glued(i - 1) && tokens.str(i - 1).size() <= 2;
  const bool counted = tokens.is_number(i - 1) || (tokens.is_number(i - 2) && (short_unit || spelled_out));
  if (counted && tokens.is_word(i + 1)) {
    if (const Unit unit = unit_at(tokens, i + 1, english)) return say(tokens, i, unit.end, "per " + unit.one);
    const bool letter = spelled_out && tokens.ends_clean(i + 2);  // "96,000 samples/s"
    if (letter && tokens.is(i + 1, "s")) return say(tokens, i, i + 2, "per second");
    if (letter && tokens.is(i + 1, "h")) return say(tokens, i, i + 2, "per hour");
    if (is_measured_by(tokens.str(i + 1))) return say(tokens, i, i + 1, "per");
  }
  return say(tokens, i, i + 1, "slash");
}

}  // namespace aloud::english
