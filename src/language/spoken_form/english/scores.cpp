#include "language/spoken_form/english/scores.h"

#include <algorithm>

#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

bool score_near(const Tokens& tokens, std::size_t i, std::size_t end, const English& english) {
  for (std::size_t back = 1; back <= 6; ++back) {
    if (tokens.is_word(i - back) && english.tables.score_words.contains(tokens.str(i - back))) return true;
  }
  for (std::size_t on = 0; on < 2; ++on) {
    if (tokens.is_word(end + on) && english.tables.score_words.contains(tokens.str(end + on))) return true;
  }
  return false;
}

// "open 9-5", "Mon-Thurs 9-5", "a 7-4 favorite", "odds of 5-1": two numbers that fall and are no score, said with "to".
bool is_hours_or_odds(const Tokens& tokens, std::size_t i, std::size_t end) {
  static constexpr std::string_view kBeforeHours =
      "from From open Open hours Hours weekdays Weekdays daily Daily works worked working Mon Tue Tues Wed Thu Thur Thurs Fri "
      "Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday";
  static constexpr std::string_view kOdds = "odds Odds priced";
  static constexpr std::string_view kAfterOdds =
      "favorite favourite favorites favourites outsider outsiders shot underdog against";
  const std::size_t before = tokens.is(i - 1, U':') || tokens.is(i - 1, U'.') ? i - 2 : i - 1;
  return is_among(kBeforeHours, tokens.str(before)) || is_among(kAfterOdds, tokens.str(end)) ||
         is_among(kOdds, tokens.str(i - 1)) || is_among(kOdds, tokens.str(i - 2));
}

// "Listing 12-15", "Figure 5-12": the fifteenth of chapter twelve. "Figures 5-12" are several.
bool is_label(const Tokens& tokens, std::size_t i) {
  static constexpr std::string_view kCapitals =
      "Listing Figure Table Example Exhibit Equation Chart Diagram Plate Program Recipe Section Rule Exercise Problem Theorem "
      "Lemma Proposition Definition Algorithm Worksheet Form Photo Illustration";
  static constexpr std::string_view kSmall = "listing figure table exhibit equation";
  const std::string_view noun = tokens.str(i - 1);
  return tokens.at(i).spaced && (is_among(kCapitals, noun) || is_among(kSmall, noun));
}

// "pages 1200-50", "pp. 1200-50": the second number without what it shares with the first.
bool is_shortened_page(const Tokens& tokens, std::size_t i, const WrittenNumber& first, const WrittenNumber& second) {
  const bool dotted = tokens.is(i - 1, U'.') && is_among("pp p pgs", tokens.str(i - 2));
  return (dotted || tokens.is(i - 1, "pages")) && first.looks_like_year() && !second.is_plain(4);
}

bool is_team(const Tokens& tokens, std::size_t i) {
  static constexpr std::string_view kTeams = "team club squad side They they We we He he She she";
  const std::string_view word = tokens.str(i);
  return is_among(kTeams, word) || (i > 0 && tokens.capitalised(i) && word.size() > 3 && word.back() == 's');
}

// "the team is 3-8", "the Bears (3-8)", "went 4-12": games won and lost.
bool is_record(const Tokens& tokens, std::size_t i, std::size_t end) {
  static constexpr std::string_view kBe = "is are was were re be been now";
  static constexpr std::string_view kGo = "went go goes going started finished sit sits improved fell dropped";
  static constexpr std::string_view kAfter =
      "in on at this since overall for after against when and with last so all heading entering";
  if (tokens.is(i - 1, U'(') && tokens.is(end, U')')) return i >= 2 && is_team(tokens, i - 2);
  const bool ends = !tokens.is_word(end) || is_among(kAfter, tokens.str(end));
  if (!ends || tokens.is(end, U'%')) return false;
  if (is_among(kGo, tokens.str(i - 1))) return true;
  if (!is_among(kBe, tokens.str(i - 1))) return false;
  for (std::size_t back = 2; back <= 4; ++back) {
    if (is_team(tokens, i - back)) return true;
  }
  return false;
}

// "lose 3-4 pounds": what the numbers count, unless that is a game's word.
bool counts_nouns(const Tokens& tokens, std::size_t end, const English& english) {
  return is_plural_noun(tokens, end, english) && !english.tables.score_words.contains(tokens.str(end)) &&
         !tokens.is(end, "thanks");
}

// "won 1 – 0", "a 0 – 0 first half", but "5 – 3".
bool is_spaced_score(const Tokens& tokens, std::size_t i, std::size_t end, const WrittenNumber& first,
                     const WrittenNumber& second, const English& english) {
  static constexpr std::string_view kHalves = "half halftime";
  if (tokens.is(end, U'=') || tokens.is(i - 1, U'=')) return false;
  if (score_near(tokens, i, end, english)) return true;
  const bool half = is_among(kHalves, tokens.str(end)) || is_among(kHalves, tokens.str(end + 1));
  return half || (first.whole == second.whole && tokens.is(first.end, U'–'));
}

std::string score_number(const WrittenNumber& number, Dialect dialect) {
  return number.whole == "0" && dialect == Dialect::british ? "nil" : cardinal(number.whole, dialect);
}

}  // namespace

std::string score_words(const WrittenNumber& first, const WrittenNumber& second, Dialect dialect) {
  constexpr std::uint32_t kLarge = 20;  // "one hundred ninety" would be one number
  const bool large = first.value() > kLarge && second.value() > kLarge;
  return score_number(first, dialect) + (large ? " to " : " ") + score_number(second, dialect);
}

Sides sides_of(const Tokens& tokens, std::size_t i, const WrittenNumber& first, const WrittenNumber& second,
               const English& english) {
  const bool years = first.looks_like_year() && (second.is_plain(2) || second.is_plain(4));
  const bool falls = second.value() <= first.value();
  const bool spaced = tokens.at(first.end).spaced;
  if (falls && !years && is_hours_or_odds(tokens, i, second.end)) return Sides::range;
  const bool small = first.whole.size() <= 3 && second.whole.size() <= 3;
  if (small && !spaced && is_label(tokens, i)) return Sides::label;
  if (!years && small) {
    const bool counts = !falls && counts_nouns(tokens, second.end, english);
    const bool score = spaced ? is_spaced_score(tokens, i, second.end, first, second, english)
                              : falls || score_near(tokens, i, second.end, english) || is_record(tokens, i, second.end);
    if (score && !counts) return Sides::score;
  }
  if (spaced && falls && !years) return Sides::none;
  return is_shortened_page(tokens, i, first, second) ? Sides::none : Sides::range;
}

}  // namespace aloud::english
