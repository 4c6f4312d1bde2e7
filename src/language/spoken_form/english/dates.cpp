#include <array>
#include <string>

#include "language/characters.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};

bool same_letters(std::string_view word, std::string_view name) {
  if (word.size() != name.size()) return false;
  for (std::size_t at = 0; at < name.size(); ++at) {
    if (ascii_lower(word[at]) != ascii_lower(name[at])) return false;
  }
  return true;
}

// "may" and "march" in small letters are verbs, unless the number after them has a date's form.
bool is_verb(const Tokens& tokens, std::size_t i) {
  const std::string_view word = tokens.str(i);
  if (word != "may" && word != "march" && word != "mar" && word != "dec" && word != "sep") return false;
  const std::string_view suffix = tokens.str(i + 2);
  const bool ordinal = tokens.glued(i + 2) && is_ordinal_ending(suffix);
  const bool year_follows = tokens.digits(i + 1, 4) || tokens.digits(i + 2, 4) || tokens.digits(i + 3, 4);
  const bool day_before = tokens.is_number(i - 1) || tokens.is(i - 1, "of");
  return !ordinal && !year_follows && !day_before;
}

// The month that a token names, 1 to 12, or 0, in capitals or not, in full or by its first letters.
std::uint32_t month_at(const Tokens& tokens, std::size_t i) {
  if (!tokens.is_word(i) || tokens.str(i).size() < 3 || tokens.str(i).size() > 9) return 0;
  const std::string_view word = tokens.str(i);
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    const std::string_view name = kMonths[month];
    if (ascii_lower(word[0]) != ascii_lower(name[0])) continue;
    const bool short_form = same_letters(word, name.substr(0, 3)) || (month == 8 && same_letters(word, "sept"));
    if ((short_form || same_letters(word, name)) && !is_verb(tokens, i)) return static_cast<std::uint32_t>(month + 1);
  }
  return 0;
}

std::string month_name(std::uint32_t month) { return std::string(kMonths[month - 1]); }

bool is_day(const Tokens& tokens, std::size_t i) {
  return tokens.digits(i, 1, 2) && tokens.value(i) >= 1 && tokens.value(i) <= 31;
}

// "5th", "5": the token after it, 0 if it is no day of a month.
std::size_t end_of_day(const Tokens& tokens, std::size_t i) {
  if (!is_day(tokens, i)) return 0;
  const std::string_view suffix = tokens.str(i + 1);
  const bool ordinal = tokens.glued(i + 1) && is_ordinal_ending(suffix);
  return ordinal ? i + 2 : i + 1;
}

// What follows a day or a year is not more of a number: "5.5", "5:30", "5%", "5,000".
bool number_ends(const Tokens& tokens, std::size_t end) {
  if (!tokens.glued(end)) return true;
  if (!tokens.is_mark(end)) return false;
  const char32_t c = tokens.at(end).mark;
  if (c == U'%' || c == U'°' || c == U'/' || c == U'$' || c == U'€') return false;
  return !(tokens.is_number(end + 1) && tokens.glued(end + 1) && (c == U'.' || c == U',' || c == U':'));
}

bool is_year(const Tokens& tokens, std::size_t i) {
  return tokens.digits(i, 4) && tokens.value(i) >= 1000 && tokens.value(i) <= 2999 && number_ends(tokens, i + 1);
}

void edit(Hit& hit, const Tokens& tokens, std::size_t begin, std::size_t end, std::string words) {
  hit.edits.push_back({tokens.range(begin, end), std::move(words)});
  hit.end = end;
}

// "1914–18", but not "1914 – 31 May".
bool before_second_year(const Tokens& tokens, std::size_t i) {
  return tokens.is_range_dash(i) && tokens.is_number(i + 1) && month_at(tokens, i + 2) == 0;
}

// A year after a day or month, with or without a comma: "2024", ", 2024". A range of years is left to those.
void take_year(Hit& hit, const Tokens& tokens, const English& english) {
  std::size_t at = hit.end;
  if (tokens.is(at, U',') && tokens.glued(at)) ++at;
  if (is_year(tokens, at) && tokens.at(at).spaced && !before_second_year(tokens, at + 1)) {
    edit(hit, tokens, at, at + 1, year(tokens.value(at), english.dialect));
  }
}

// "Jan-15-2020", "Jan-15".
Hit month_hyphen_day(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.is(i + 1, U'-') || !tokens.glued(i + 1) || !is_day(tokens, i + 2) || !tokens.glued(i + 2)) return {};
  const bool with_year = tokens.is(i + 3, U'-') && tokens.glued(i + 3) && is_year(tokens, i + 4) && tokens.glued(i + 4);
  const std::size_t end = with_year ? i + 5 : i + 3;
  if (tokens.glued(end) && (!tokens.is_mark(end) || tokens.is(end, U'-'))) return {};
  std::string words = month_name(month_at(tokens, i)) + " " + ordinal(tokens.value(i + 2), english.dialect);
  if (with_year) words += " " + year(tokens.value(i + 4), english.dialect);
  return say(tokens, i, end, std::move(words), "date/hyphens");
}

// "March 5, 2024", "March 5th", "March 5–7", "March 2024".
Hit month_first(const Tokens& tokens, std::size_t i, const English& english) {
  const std::uint32_t month = month_at(tokens, i);
  if (month == 0 || !tokens.begins_clean(i)) return {};
  if (Hit hyphens = month_hyphen_day(tokens, i, english)) return hyphens;
  Hit hit;
  hit.end = i + 1;
  if (tokens.is(hit.end, U'.') && tokens.glued(hit.end)) ++hit.end;
  if (!same_letters(tokens.str(i), month_name(month))) edit(hit, tokens, i, hit.end, month_name(month));
  const std::size_t first = hit.end;
  if (is_year(tokens, first) && tokens.at(first).spaced) {
    take_year(hit, tokens, english);
    return hit.end > first ? hit : Hit();
  }
  const std::size_t end = end_of_day(tokens, first);
  if (end == 0 || !number_ends(tokens, end) || !tokens.at(first).spaced) return {};
  const std::uint32_t day = tokens.value(first);
  const std::size_t second = tokens.is_range_dash(end) ? end_of_day(tokens, end + 1) : 0;
  if (second != 0 && number_ends(tokens, second) && tokens.value(end + 1) > day) {
    edit(hit, tokens, first, second, ordinal(day, english.dialect) + " to " + ordinal(tokens.value(end + 1), english.dialect));
  } else {
    edit(hit, tokens, first, end, ordinal(day, english.dialect));
  }
  take_year(hit, tokens, english);
  return hit;
}

// "5 March 2024", "5th March", "5–7 March": "the fifth of March".
Hit day_first(const Tokens& tokens, std::size_t i, const English& english) {
  const bool after_month = tokens.is_range_dash(i - 1) && month_at(tokens, i - 2) != 0;  // "30 April–2 May"
  if (!tokens.at(i).spaced && !is_opening(tokens.at(i - 1).mark) && !after_month) return {};
  const std::size_t end = end_of_day(tokens, i);
  if (end == 0) return {};
  std::string day = ordinal(tokens.value(i), english.dialect);
  std::size_t at = end;
  const bool joined = tokens.is_range_dash(end) || tokens.is(end, U'/') || tokens.is(end, "and") || tokens.is(end, "to");
  if (const std::size_t second = joined ? end_of_day(tokens, end + 1) : 0; second != 0 && month_at(tokens, second) != 0) {
    day += (tokens.is(end, "and") ? " and " : " to ") + ordinal(tokens.value(end + 1), english.dialect);
    at = second;
  } else if (tokens.is_range_dash(end) && tokens.glued(end) && month_at(tokens, end + 1) != 0 && tokens.glued(end + 1)) {
    at = end + 1;  // "5-Mar-2024"
  }
  const std::uint32_t month = month_at(tokens, at);
  if (month == 0 || (at == end && !tokens.at(at).spaced)) return {};
  const bool may_be_verb = at == end && tokens.str(at) == "May" && !is_year(tokens, at + 1) && i == 0 && tokens.is_word(at + 1);
  if (may_be_verb) return {};
  Hit hit;
  const bool article = after_article(tokens, i) || is_among("a A this This every Every", tokens.str(i - 1));
  edit(hit, tokens, i, at, (article ? "" : "the ") + day + " of");
  std::size_t month_end = at + 1;
  if (tokens.is(month_end, U'.') && tokens.glued(month_end) && month_end + 1 < tokens.size()) ++month_end;
  const bool full = same_letters(tokens.str(at), month_name(month));
  if (!full) edit(hit, tokens, at, month_end, month_name(month));
  hit.end = full ? at + 1 : month_end;
  if (tokens.is(hit.end, U'-') && is_year(tokens, hit.end + 1)) {
    edit(hit, tokens, hit.end, hit.end + 2, year(tokens.value(hit.end + 1), english.dialect));
  } else {
    take_year(hit, tokens, english);
  }
  if (tokens.glued(at)) {  // "5-Mar": the dash went with the day
    for (Edit& part : hit.edits) part.replacement.insert(0, part.range.begin == hit.edits.front().range.begin ? "" : " ");
  }
  return hit;
}

// "12/2019": a month of a year.
Hit month_slash_year(const Tokens& tokens, std::size_t i, const English& english) {
  constexpr std::uint32_t kFirst = 1900, kLast = 2099;
  const bool shape = tokens.digits(i, 1, 2) && tokens.is(i + 1, U'/') && tokens.glued(i + 1) && tokens.digits(i + 2, 4) &&
                     tokens.glued(i + 2) && number_ends(tokens, i + 3);
  if (!shape || !tokens.begins_clean(i) || (tokens.glued(i) && !is_opening(tokens.at(i - 1).mark))) return {};
  const std::uint32_t month = tokens.value(i), in_year = tokens.value(i + 2);
  if (month < 1 || month > 12 || in_year < kFirst || in_year > kLast) return {};
  return say(tokens, i, i + 3, month_name(month) + " " + year(in_year, english.dialect), "date/numeric");
}

// "1/2", "3/4", "7/8", "9/10": halves, thirds, quarters, and what rulers and tenths give.
bool is_common_fraction(std::uint32_t over, std::uint32_t under) {
  return over < under && (under <= 6 || under == 8 || under == 10 || under == 16);
}

// "on 10/14", "the week of 10/14": a month and a day in America, where nothing follows that a fraction could count.
Hit month_slash_day(const Tokens& tokens, std::size_t i, const English& english) {
  const bool shape = tokens.digits(i, 1, 2) && tokens.is(i + 1, U'/') && tokens.glued(i + 1) && is_day(tokens, i + 2) &&
                     tokens.glued(i + 2) && number_ends(tokens, i + 3) && tokens.at(i).spaced;
  if (!shape || english.dialect == Dialect::british || tokens.value(i) < 1 || tokens.value(i) > 12) return {};
  const bool dated =
      is_among("on On until Until due Due dated since Since till starting beginning effective ending", tokens.str(i - 1)) ||
      (tokens.is(i - 1, U':') && is_among("due Due date Date deadline Deadline", tokens.str(i - 2))) ||
      (tokens.is(i - 1, "of") && tokens.is(i - 2, "week"));
  // "for 11/20", "by 3/15", but "by 3/4": a fraction that people write.
  const bool loosely = is_among("for For by By before Before after After through thru from From", tokens.str(i - 1)) &&
                       !is_common_fraction(tokens.value(i), tokens.value(i + 2));
  const bool clause = is_among("at and to for with from in by or but if so because when then unless", tokens.str(i + 3));
  if ((!dated && !loosely) || (tokens.is_word(i + 3) && !clause) || tokens.is_number(i + 3)) return {};
  return say(tokens, i, i + 3, month_name(tokens.value(i)) + " " + ordinal(tokens.value(i + 2), english.dialect),
             "date/numeric");
}

enum class Leads : unsigned char { month, day };

std::string whole_date(std::uint32_t y, std::uint32_t month, std::uint32_t day, Leads leads, Dialect dialect) {
  const std::string spoken_year = " " + year(y, dialect);
  if (leads == Leads::day) return "the " + ordinal(day, dialect) + " of " + month_name(month) + spoken_year;
  return month_name(month) + " " + ordinal(day, dialect) + spoken_year;
}

std::uint32_t full_year(const Tokens& tokens, std::size_t i) {
  const std::uint32_t value = tokens.value(i);
  if (!tokens.digits(i, 2)) return value;
  constexpr std::uint32_t kFirstOfLastCentury = 40;  // "6/6/44" is 1944
  return value + (value < kFirstOfLastCentury ? 2000 : 1900);
}

// "2024-03-05", "12/25/2023", "25.12.2023", "3/4/24". Which of two numbers below 13 is the month, the dialect says. What is
// written first is said first, unless that is the year.
Hit numeric(const Tokens& tokens, std::size_t i, const English& english) {
  const char32_t mark = tokens.at(i + 1).mark;
  if ((mark != U'-' && mark != U'/' && mark != U'.') || !tokens.is(i + 3, mark)) return {};
  if (!tokens.begins_clean(i) || tokens.follows(i, U"./-")) {
    return {};
  }
  for (std::size_t at = i + 1; at < i + 5; ++at) {
    if (!tokens.glued(at)) return {};
  }
  const std::size_t end = i + 5;
  const bool more = tokens.glued(end) && (!tokens.is_mark(end) || (tokens.at(end).mark == mark && tokens.is_number(end + 1)));
  const bool iso_time = tokens.is(end, "T") && tokens.is_number(end + 1);
  if ((more && !iso_time) || !tokens.digits(i + 2, 1, 2)) return {};
  const std::uint32_t first = tokens.value(i), middle = tokens.value(i + 2), last = tokens.value(i + 4);
  const auto hit = [&](std::uint32_t y, std::uint32_t month, std::uint32_t day, Leads leads) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return Hit();
    std::string words = whole_date(y, month, day, leads, english.dialect) + (iso_time ? "," : "");
    return say(tokens, i, end + (iso_time ? 1 : 0), std::move(words), "date/numeric");
  };
  const Leads usual_order = english.dialect == Dialect::british ? Leads::day : Leads::month;
  if (tokens.digits(i, 4) && tokens.digits(i + 4, 1, 2)) return hit(first, middle, last, usual_order);
  const bool pairs = tokens.digits(i, 2) && tokens.digits(i + 2, 2) && tokens.digits(i + 4, 2);  // "15.12.20"
  const bool year_last = tokens.digits(i + 4, 4) || (mark == U'/' && tokens.digits(i + 4, 2)) || (mark == U'.' && pairs);
  if (!tokens.digits(i, 1, 2) || !year_last) return {};
  const bool day_leads = mark == U'.' || first > 12 || (english.dialect == Dialect::british && middle <= 12);
  return day_leads ? hit(full_year(tokens, i + 4), middle, first, Leads::day)
                   : hit(full_year(tokens, i + 4), first, middle, usual_order);
}

constexpr std::array<std::string_view, 7> kDays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};

// The day of the week that a token names, in full or by three or four letters; empty if none.
std::string_view weekday_at(const Tokens& tokens, std::size_t i) {
  for (const std::string_view day : kDays) {
    const std::string_view word = tokens.str(i);
    if (word == day || word == day.substr(0, 3) || (word.size() >= 4 && word == day.substr(0, word.size()))) return day;
  }
  return {};
}

// "Jan.–Mar.", "Mon.-Fri.": the same with periods.
Hit shortened_range(const Tokens& tokens, std::size_t i) {
  const bool dotted = tokens.capitalised(i) && tokens.is(i + 1, U'.') && tokens.glued(i + 1) && tokens.is_range_dash(i + 2) &&
                      tokens.glued(i + 2) && tokens.capitalised(i + 3) && tokens.glued(i + 3) && tokens.begins_clean(i);
  if (!dotted || !tokens.ends_clean(i + 4)) return {};
  const bool stop = tokens.is(i + 4, U'.') && tokens.glued(i + 4) && i + 5 < tokens.size();
  const std::uint32_t from = month_at(tokens, i), to = month_at(tokens, i + 3);
  if (from != 0 && to != 0) return say(tokens, i, stop ? i + 5 : i + 4, month_name(from) + " to " + month_name(to));
  const std::string_view first = weekday_at(tokens, i), last = weekday_at(tokens, i + 3);
  if (first.empty() || last.empty()) return {};
  return say(tokens, i, stop ? i + 5 : i + 4, std::string(first) + " to " + std::string(last));
}

// "Mon–Fri", "May–June".
Hit day_or_month_range(const Tokens& tokens, std::size_t i) {
  if (Hit hit = shortened_range(tokens, i)) return hit;
  if (!tokens.capitalised(i) || !tokens.is_range_dash(i + 1) || !tokens.capitalised(i + 2) || !tokens.glued(i + 1)) return {};
  if (!tokens.begins_clean(i) || !tokens.ends_clean(i + 3)) return {};
  const std::string_view from = weekday_at(tokens, i), to = weekday_at(tokens, i + 2);
  if (!from.empty() && !to.empty()) {
    const bool stop =
        tokens.str(i + 2) != to && tokens.is(i + 3, U'.') && tokens.glued(i + 3) && i + 4 < tokens.size();  // "Fri."
    return say(tokens, i, stop ? i + 4 : i + 3, std::string(from) + " to " + std::string(to));
  }
  if (month_at(tokens, i) == 0 || month_at(tokens, i + 2) == 0) return {};
  Hit hit{i + 2, {}, nullptr};  // the second month may have a year
  hit.edits.push_back({tokens.range(i, i + 2), month_name(month_at(tokens, i)) + " to "});
  return hit;
}

// "BC", "B.C.E.", "AD": the token after it; 0 if it is none.
std::size_t end_of_era(const Tokens& tokens, std::size_t i) {
  std::string letters;
  std::size_t at = i;
  while (letters.size() < 3 && tokens.is_word(at) && tokens.str(at).size() == 1 && tokens.is(at + 1, U'.')) {
    letters += tokens.str(at);
    at += 2;
    if (!tokens.glued(at)) break;
  }
  if (letters == "A" && tokens.is(at, "D")) return at + 1;  // "340 A.D"
  if (letters.empty()) {
    letters = tokens.str(i);
    at = i + 1;
  }
  return letters == "BC" || letters == "BCE" || letters == "AD" || letters == "CE" ? at : 0;
}

// 79, 340 "three forty", 753, 1200 "twelve hundred": a year of antiquity.
std::string era_year(const Tokens& tokens, std::size_t i, Dialect dialect) {
  const std::uint32_t value = tokens.value(i);
  if (value < 100 || value > 999 || value % 100 == 0) return year(value, dialect);
  return cardinal(value / 100, dialect) + " " + second_pair(value % 100);
}

// "Mon 5th", "Thurs 8pm": a day without its period, before a number.
Hit short_weekday(const Tokens& tokens, std::size_t i) {
  const std::string_view day = tokens.capitalised(i) ? weekday_at(tokens, i) : std::string_view();
  if (day.empty() || tokens.str(i) == day || !tokens.is_number(i + 1) || !tokens.at(i + 1).spaced) return {};
  const bool name = after_article(tokens, i);  // "the Sun 3"
  return name || !tokens.begins_clean(i) ? Hit() : say(tokens, i, i + 1, std::string(day));
}

// "753–509 BC", "340 A.D.", "AD 79".
Hit era(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.digits(i, 1, 4) || !tokens.begins_clean(i) || !number_ends(tokens, i + 1) || tokens.str(i).front() == '0')
    return {};
  const std::string first = era_year(tokens, i, english.dialect);
  if (tokens.is_range_dash(i + 1) && tokens.digits(i + 2, 1, 4) && end_of_era(tokens, i + 3) != 0) {
    return say(tokens, i, i + 3, first + " to " + era_year(tokens, i + 2, english.dialect), "year/era");
  }
  const bool after = tokens.at(i).spaced &&
                     (tokens.is(i - 1, "AD") || (tokens.is(i - 1, U'.') && tokens.is(i - 2, "D") && tokens.is(i - 4, "A")));
  if (!after && (end_of_era(tokens, i + 1) == 0 || !tokens.at(i + 1).spaced)) return {};
  return say(tokens, i, i + 1, first, "year/era");
}

}  // namespace

// Dates in every order, and ranges of dates, months and days of the week.
Hit date(const Tokens& tokens, std::size_t i, const English& english) {
  Hit hit;
  if (tokens.is_word(i)) {
    hit = month_first(tokens, i, english);
    if (!hit) hit = day_or_month_range(tokens, i);
    if (!hit) return short_weekday(tokens, i);
  } else if (tokens.is_number(i)) {
    hit = numeric(tokens, i, english);
    if (!hit) hit = month_slash_year(tokens, i, english);
    if (!hit) hit = month_slash_day(tokens, i, english);
    if (!hit) hit = era(tokens, i, english);
    if (!hit) hit = day_first(tokens, i, english);
  }
  const std::size_t next = hit.end + 1;
  const bool second = hit && tokens.is_range_dash(hit.end) &&
                      ((end_of_day(tokens, next) != 0 && month_at(tokens, end_of_day(tokens, next)) != 0) ||
                       (month_at(tokens, next) != 0 &&
                        (tokens.is_number(next + 1) || (tokens.is(next + 1, U'.') && tokens.is_number(next + 2)))));
  if (second) edit(hit, tokens, hit.end, next, tokens.glued(hit.end) ? " to " : "to");
  return hit;
}

}  // namespace aloud::english
