#include "language/packs/recognisers.h"

namespace aloud::packs {
namespace {

bool is_day(const Tokens& tokens, std::size_t i) {
  return tokens.digits(i, 1, 2) && tokens.value(i) >= 1 && tokens.value(i) <= 31;
}

bool is_year(const Tokens& tokens, std::size_t i) { return tokens.digits(i, 4) && tokens.value(i) >= 1000; }

// A word that follows the year and belongs to the date: "r.", "года".
std::size_t end_of_year(const Tokens& tokens, std::size_t end, const Pack& pack) {
  for (std::size_t last = end + 2; last > end; --last) {
    if (last > end + 1 && !tokens.glued(end + 1)) continue;
    if (pack.find("after years", tokens.str(end, last)) == nullptr) continue;
    return tokens.ends_clean(last) && tokens.is_word(end) ? last : end;
  }
  return end;
}

// The token after an ordinal's mark at `i`: "5.", "1º", "1.º", "5:e"; `i` without one.
std::size_t after_day_mark(const Tokens& tokens, std::size_t i, const Pack& pack) {
  for (std::size_t end = i + 2; end > i; --end) {
    if (is_joined(tokens, i - 1, end) && pack.find("ordinal suffixes", tokens.str(i, end)) != nullptr) return end;
  }
  return tokens.is(i, U'.') && tokens.glued(i) ? i + 1 : i;
}

// What may stand between the parts of a date: "de".
std::size_t after_of(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const std::string_view of = pack.notation("date joint");
  return !of.empty() && tokens.is(i, of) ? i + 1 : i;
}

struct MonthAt {
  std::size_t end = 0;
  std::uint32_t month = 0;
};

MonthAt month_at(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!tokens.is_word(i)) return {};
  if (tokens.is(i + 1, U'.') && tokens.glued(i + 1)) {
    if (const std::uint32_t month = pack.month(tokens.str(i, i + 2)); month != 0) return {i + 2, month};
  }
  const std::uint32_t month = pack.month(tokens.str(i));
  return tokens.ends_clean(i + 1) && month != 0 ? MonthAt{i + 1, month} : MonthAt{};
}

// "5 marzo 2021", "5–7 maggio", "5. března", "1º de maio de 2020", "5 марта 2021 г."
Hit day_month_name(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!is_day(tokens, i) || (tokens.value(i) == 1 && tokens.follows(i, U"'"))) return {};  // "l'1 aprile"
  Value value;
  value.kind = Kind::date;
  value.day = tokens.value(i);
  value.name = tokens.str(i - 1);
  std::size_t at = after_day_mark(tokens, i + 1, pack);
  if (tokens.is_range_dash(at) && is_day(tokens, at + 1) && tokens.value(at + 1) > value.day) {
    value.last_day = tokens.value(at + 1);
    at = after_day_mark(tokens, at + 2, pack);
  }
  const MonthAt found = month_at(tokens, after_of(tokens, at, pack), pack);
  if (found.month == 0) return {};
  value.month = found.month;
  std::size_t end = found.end;
  const std::size_t year = after_of(tokens, end, pack);
  if (is_year(tokens, year) && tokens.at(year).spaced && !tokens.follows(year, U",")) {
    const bool decimals =
        tokens.glued(year + 1) && tokens.glued(year + 2) && tokens.is_number(year + 2) && !tokens.is_range_dash(year + 1);
    if (!decimals && tokens.ends_clean(year + 1)) {
      value.year = tokens.value(year);
      end = end_of_year(tokens, year + 1, pack);
    }
  }
  return hit_of(tokens, i, without_last_stop(tokens, end), value, pack);
}

bool is_date(const Value& value) { return value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31; }

// "05/03/2021", "5.3.21", "5. 3. 2021", "2021-03-05".
Hit numeric_date(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const char32_t mark = tokens.at(i + 1).mark;
  if ((mark != U'-' && mark != U'/' && mark != U'.') || !tokens.glued(i + 1) || !tokens.is(i + 3, mark) || !tokens.glued(i + 3))
    return {};
  if (!tokens.digits(i + 2, 1, 2) || !tokens.is_number(i + 4)) return {};
  const bool spaced =
      tokens.at(i + 2).spaced && tokens.at(i + 4).spaced && mark == U'.' && !pack.notation("ordinal dot").empty();
  if (!spaced && !(tokens.glued(i + 2) && tokens.glued(i + 4))) return {};
  std::size_t end = i + 5;
  const bool more = tokens.glued(end) && (!tokens.is_mark(end) || (tokens.is_number(end + 1) && tokens.glued(end + 1)));
  if (more) return {};
  Value value;
  value.kind = Kind::date;
  value.month = tokens.value(i + 2);
  value.name = tokens.str(i - 1);
  if (is_year(tokens, i) && tokens.digits(i + 4, 1, 2) && !spaced) {
    value.year = tokens.value(i);
    value.day = tokens.value(i + 4);
  } else if (tokens.digits(i, 1, 2) && (is_year(tokens, i + 4) || (tokens.digits(i + 4, 2) && mark != U'-' && !spaced))) {
    const std::uint32_t year = tokens.value(i + 4);
    value.year = year >= 100 ? year : year + (year < 50 ? 2000 : 1900);
    value.day = tokens.value(i);
    if (value.month > 12 && value.day <= 12) return {};
  }
  if (value.year == 0 || !is_date(value)) return {};
  return hit_of(tokens, i, without_last_stop(tokens, end_of_year(tokens, end, pack)), value, pack);
}

// "5/3 2021"
Hit slashed_date(const Tokens& tokens, std::size_t i, const Pack& pack) {
  const bool written = is_day(tokens, i) && tokens.is(i + 1, U'/') && tokens.digits(i + 2, 1, 2) &&
                       is_joined(tokens, i, i + 3) && is_year(tokens, i + 3) && tokens.at(i + 3).spaced &&
                       tokens.ends_clean(i + 4);
  if (!written) return {};
  Value value;
  value.kind = Kind::date;
  value.day = tokens.value(i);
  value.month = tokens.value(i + 2);
  value.year = tokens.value(i + 3);
  return is_date(value) ? hit_of(tokens, i, i + 4, value, pack) : Hit();
}

// "5. 3.", "5.3." where ordinals have a dot.
Hit day_and_month(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (pack.notation("dates without year").empty()) return {};
  const bool dots = tokens.is(i + 1, U'.') && tokens.glued(i + 1) && tokens.digits(i + 2, 1, 2) && tokens.is(i + 3, U'.') &&
                    tokens.glued(i + 3) && !(tokens.glued(i + 4) && !tokens.is_mark(i + 4));
  if (!dots || !is_day(tokens, i)) return {};
  const bool name_before = tokens.capitalised(i - 1) && i > 1;
  Value value;
  value.kind = Kind::date;
  value.day = tokens.value(i);
  value.month = tokens.value(i + 2);
  if (!is_date(value) || name_before) return {};
  return hit_of(tokens, i, without_last_stop(tokens, i + 4), value, pack);
}

}  // namespace

Hit date(const Tokens& tokens, std::size_t i, const Pack& pack) {
  if (!tokens.begins_clean(i) || tokens.follows(i, U"./-,:")) return {};
  if (Hit hit = numeric_date(tokens, i, pack)) return hit;
  if (Hit hit = slashed_date(tokens, i, pack)) return hit;
  if (Hit hit = day_month_name(tokens, i, pack)) return hit;
  return day_and_month(tokens, i, pack);
}

}  // namespace aloud::packs
