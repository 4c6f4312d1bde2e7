#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"

namespace aloud::english {
namespace {

// "3s.", "6d": a number and a glued letter, with the period that shortens it; 0 if it is none. `end`: behind the period.
std::size_t end_of_coin(const Tokens& tokens, std::size_t i, std::string_view letter) {
  const bool half = tokens.is(i + 1, U'½') && tokens.glued(i + 1);
  const std::size_t at = half ? i + 2 : i + 1;
  if (!tokens.digits(i, 1, 2) || !tokens.at(i).spaced || !tokens.is(at, letter) || !tokens.glued(at)) return 0;
  if (tokens.is(at + 1, U'.') && tokens.glued(at + 1)) return at + 2;
  return tokens.ends_clean(at + 1) ? at + 1 : 0;
}

std::string coins(const Tokens& tokens, std::size_t i, const char* one, const char* many, Dialect dialect) {
  const bool half = tokens.is(i + 1, U'½') && tokens.glued(i + 1);
  const bool single = tokens.value(i) == 1 && !half;
  return cardinal(tokens.str(i), dialect) + (half ? " and a half " : " ") + (single ? one : many);
}

// The period that also ends the sentence stays.
std::size_t without_last_stop(const Tokens& tokens, std::size_t end) {
  return end >= tokens.size() && tokens.is(end - 1, U'.') ? end - 1 : end;
}

}  // namespace

// "3s. 6d.", "£1 3s. 6d.", "£2 10s.": pounds, shillings and pence as they were until 1971. Shillings or pence alone are
// something else ("the 3s").
Hit old_money(const Tokens& tokens, std::size_t i, const English& english) {
  const bool pounds = tokens.is(i, U'£') && tokens.is_number(i + 1) && tokens.glued(i + 1);
  std::string words;
  std::size_t at = i;
  if (pounds) {
    words = cardinal(tokens.str(i + 1), english.dialect) + (tokens.value(i + 1) == 1 ? " pound" : " pounds");
    at = i + 2;
    if (tokens.is(at, U',')) ++at;
  }
  const std::size_t shillings = end_of_coin(tokens, at, "s");
  if (shillings == 0) return {};
  const std::string said = coins(tokens, at, "shilling", "shillings", english.dialect);
  const std::size_t pence_begin = tokens.is(shillings, U',') ? shillings + 1 : shillings;
  const std::size_t pence = end_of_coin(tokens, pence_begin, "d");
  if (pence == 0 && !pounds) return {};
  const auto join = [&](const std::string& more, bool last) { words += (words.empty() ? "" : last ? " and " : ", ") + more; };
  join(said, pence == 0);
  if (pence != 0) {
    const bool six = tokens.value(pence_begin) == 6 && !tokens.is(pence_begin + 1, U'½');
    join(six ? "sixpence" : coins(tokens, pence_begin, "penny", "pence", english.dialect), true);
  }
  return say(tokens, i, without_last_stop(tokens, pence != 0 ? pence : shillings), std::move(words), "money/shillings");
}

}  // namespace aloud::english
