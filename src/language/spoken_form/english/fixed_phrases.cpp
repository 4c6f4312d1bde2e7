#include <algorithm>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/word_list.h"

namespace aloud::english {
namespace {

constexpr std::size_t kLongestPhrase = 8;  // tokens

// Nothing but closing marks follow in the text.
bool ends_text(const Tokens& tokens, std::size_t i) {
  for (std::size_t left = 4; left > 0 && tokens.at(i).kind == TokenKind::mark; --left) ++i;
  return i >= tokens.size();
}

// What follows a day of the week: a comma, a number, a month, or a small letter, which says that no sentence ended.
bool before_date(const Tokens& tokens, std::size_t i) {
  if (tokens.lower(i) && tokens.at(i).spaced) return true;
  return tokens.is_number(i) || tokens.is(i, U',') || tokens.is_range_dash(i) || begins_as_month(tokens.str(i));
}

}  // namespace

// Stretches without white space whose reading words.txt knows, the longest that fits.
Hit fixed_phrase(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.at(i).spaced && !tokens.is_mark(i - 1)) return {};
  if (tokens.is_mark(i) && !tokens.is(i, U'.')) return {};
  if (tokens.is(i - 1, U'\'') || tokens.is(i - 1, U'.') || tokens.is(i - 1, U'@') || tokens.is(i - 1, U'#')) return {};
  std::size_t end = i + 1;
  while (end - i < kLongestPhrase && tokens.glued(end)) ++end;
  for (; end > i; --end) {
    if (!tokens.ends_clean(end) || tokens.at(end - 1).range.end - tokens.at(i).range.begin > 16) continue;
    const std::string_view written = tokens.str(i, end);
    const std::vector<std::string>* spoken = english.tables.words.find(written);
    if (spoken == nullptr) continue;
    // A user named "Ms2fish" is said as "Ms two fish", and no woman.
    if (is_among("Ms Mr Mrs Mx", written) && tokens.lower(end)) return {};
    if (written.back() != '.' || written.size() == 1) return say(tokens, i, end, spoken->front());
    const bool last = ends_text(tokens, end);
    if (spoken->front().ends_with("day") && !before_date(tokens, end)) return {};
    if (last && english.tables.not_final.contains(written) && i + 2 < tokens.size()) {
      return {};
    }
    // The period that also ends the sentence stays.
    return say(tokens, i, last ? end - 1 : end, spoken->front());
  }
  return {};
}

}  // namespace aloud::english
