#include <algorithm>
#include <string>

#include "language/spoken_form/shared/language.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::shared_rules {
namespace {

std::uint32_t full_year(const Tokens& tokens, std::size_t i) {
  const std::uint32_t value = tokens.value(i);
  if (!tokens.digits(i, 2)) return value;
  return value + (value < 50 ? 2000 : 1900);
}

bool is_date(const CalendarDate& date) { return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31; }

bool is_joined(const Tokens& tokens, std::size_t first, std::size_t last) {
  for (std::size_t at = first + 1; at < last; ++at) {
    if (!tokens.glued(at)) return false;
  }
  return true;
}

// "1990-10-03", "3.10.1990", "03/10/90"; the day stands before the month.
Hit whole_date(const Tokens& tokens, std::size_t i, const Language& language) {
  const char32_t mark = tokens.at(i + 1).mark;
  if ((mark != U'-' && mark != U'/' && mark != U'.') || !tokens.is(i + 3, mark) || !is_joined(tokens, i, i + 5)) return {};
  const std::size_t end = i + 5;
  const bool more = tokens.glued(end) && (!tokens.is_mark(end) || (tokens.at(end).mark == mark && tokens.is_number(end + 1)));
  if (more || !tokens.digits(i + 2, 1, 2)) return {};
  CalendarDate date{0, tokens.value(i + 2), 0};
  if (tokens.digits(i, 4) && tokens.digits(i + 4, 1, 2)) {
    date.year = tokens.value(i);
    date.day = tokens.value(i + 4);
  } else if (tokens.digits(i, 1, 2) && (tokens.digits(i + 4, 4) || (mark != U'-' && tokens.digits(i + 4, 2)))) {
    date.year = full_year(tokens, i + 4);
    date.day = tokens.value(i);
  }
  if (date.year == 0 || !is_date(date)) return {};
  return say(tokens, i, end, language.grammar.date(date, tokens, i));
}

// A name or a noun stands before, whose number it may be; days of the week are none.
bool follows_name(const Tokens& tokens, std::size_t i, const Tables& tables) {
  const std::string_view before = tokens.str(i - 1);
  const bool capital = std::any_of(before.begin(), before.end(), is_ascii_upper<char>);
  return tokens.is_word(i - 1) && capital && i > 1 && !is_capital_weekday(before, tables);
}

// "3.10." is a day and a month, "3/10" after a word that announces them.
Hit day_and_month(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool slash = tokens.is(i + 1, U'/');
  if (!slash && !tokens.is(i + 1, U'.')) return {};
  if (!tokens.digits(i, 1, 2) || !tokens.digits(i + 2, 1, 2) || !is_joined(tokens, i, i + 3)) return {};
  std::size_t end = i + 3;
  if (slash && tokens.at(end).spaced && language.tables.months.find(tokens.str(end)) != nullptr) {  // "17/18 juin"
    return say(tokens, i, end, language.grammar.cardinal(tokens.str(i)) + " " + language.grammar.cardinal(tokens.str(i + 2)));
  }
  const bool dotted = tokens.is(end, U'.') && tokens.glued(end) && !slash;
  if (dotted && tokens.glued(end + 1) && !tokens.is_mark(end + 1)) return {};
  if (dotted && end + 1 >= tokens.size() && follows_name(tokens, i, language.tables)) return {};  // "iOS 14.4."
  if (!dotted && !(slash && is_among(language.tables.term("date before"), tokens.str(i - 1)))) return {};
  if (dotted && end + 1 < tokens.size()) ++end;
  if (!tokens.ends_clean(end)) return {};
  const CalendarDate date{0, tokens.value(i + 2), tokens.value(i)};
  return is_date(date) ? say(tokens, i, end, language.grammar.date(date, tokens, i)) : Hit();
}

// "3.10.–5.10.", "3.10.-5.10.1990".
Hit days_range(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool first = tokens.digits(i, 1, 2) && tokens.is(i + 1, U'.') && tokens.digits(i + 2, 1, 2) && tokens.is(i + 3, U'.') &&
                     is_joined(tokens, i, i + 5) && tokens.is_range_dash(i + 4) && tokens.glued(i + 5);
  const CalendarDate from{0, tokens.value(i + 2), tokens.value(i)};
  if (!first || !is_date(from)) return {};
  Hit to = whole_date(tokens, i + 5, language);
  if (!to) to = day_and_month(tokens, i + 5, language);
  if (!to) return {};
  return say(tokens, i, to.end,
             language.grammar.date(from, tokens, i) + " " + language.tables.term("to") + " " + to.edits.front().replacement);
}

// "Okt." beside a number.
Hit month_name(const Tokens& tokens, std::size_t i, const Language& language) {
  const bool dot = tokens.is(i + 1, U'.') && tokens.glued(i + 1);
  const std::size_t end = dot ? i + 2 : i + 1;
  const auto* name = language.tables.months.find(tokens.str(i, end));
  if (name == nullptr || !tokens.begins_clean(i) || !tokens.ends_clean(end)) return {};
  const bool after = tokens.is_number(i - 1) || (tokens.is(i - 1, U'.') && tokens.is_number(i - 2)) ||
                     (is_among(language.tables.term("of"), tokens.str(i - 1)) && tokens.is_number(i - 2));
  const bool before =
      tokens.is_number(end) || (is_among(language.tables.term("of"), tokens.str(end)) && tokens.is_number(end + 1));
  if (!after && !before) return {};
  return say(tokens, i, dot && end >= tokens.size() ? i + 1 : end, name->front());
}

}  // namespace

// Dates of numbers alone, and short names of months.
Hit date(const Tokens& tokens, std::size_t i, const Language& language) {
  if (tokens.is_word(i)) return month_name(tokens, i, language);
  if (!tokens.is_number(i) || !tokens.begins_clean(i)) return {};
  if (tokens.follows(i, U"./-,")) return {};
  if (Hit hit = whole_date(tokens, i, language)) return hit;
  if (Hit hit = days_range(tokens, i, language)) return hit;
  return day_and_month(tokens, i, language);
}

}  // namespace aloud::shared_rules
