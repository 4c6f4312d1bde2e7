#include <algorithm>
#include <string>

#include "language/spoken_form/shared/written_number.h"
#include "language/spoken_form/word_list.h"

namespace aloud::shared_rules {
namespace {

struct Time {
  std::size_t end = 0;
  ClockTime clock;
  bool certain = false;  // nothing but a time looks like this

  explicit operator bool() const { return end != 0; }
};

bool is_minute(const Tokens& tokens, std::size_t i) { return tokens.digits(i, 2) && tokens.value(i) < 60; }

bool is_clock_word(const Tokens& tokens, std::size_t i, const Language& language) {
  return tokens.is_word(i) && is_among(language.tables.term("clock"), tokens.str(i)) && tokens.ends_clean(i + 1);
}

// "14:30", "14.30 Uhr", "14h30", "14 h 30": the hour at `i`.
Time time_at(const Tokens& tokens, std::size_t i, const Language& language) {
  Time time;
  if (!tokens.digits(i, 1, 2) || tokens.value(i) > 24) return time;
  time.clock.hour = tokens.value(i);
  const bool mark = (tokens.is(i + 1, U':') || tokens.is(i + 1, U'.')) && tokens.glued(i + 1);
  if (mark && is_minute(tokens, i + 2) && tokens.glued(i + 2)) {
    time.clock.minute = tokens.value(i + 2);
    time.end = i + 3;
    const bool fraction = (tokens.is(i + 3, U',') || tokens.is(i + 3, U'.') || tokens.is(i + 3, U':')) && tokens.glued(i + 3) &&
                          tokens.is_number(i + 4) && tokens.glued(i + 4);
    const bool scale = tokens.is(i + 1, U':') && tokens.digits(i + 3, 3) && tokens.at(i + 3).spaced;  // "1:50 000"
    if (fraction || scale) return {};
    time.certain = tokens.is(i + 1, U':') || is_among(language.tables.term("clock before"), tokens.str(i - 1));
  } else if ((tokens.is(i + 1, "h") || tokens.is(i + 1, "H")) && is_minute(tokens, i + 2) &&
             tokens.glued(i + 1) == tokens.glued(i + 2)) {
    time.clock.minute = tokens.value(i + 2);
    time.clock.hour_named = time.certain = true;
    time.end = i + 3;
    const bool duration = tokens.is(time.end, "min") || tokens.is(time.end, "Min") || tokens.is(time.end, "mn");
    return duration ? Time() : time;
  } else {
    return time;
  }
  if (is_clock_word(tokens, time.end, language)) {
    ++time.end;
    time.clock.hour_named = time.certain = true;
  }
  return time;
}

// "16 Uhr", "22h", at the end of a range.
Time full_hour_at(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.digits(i, 1, 2) || tokens.value(i) > 24) return {};
  if (!is_clock_word(tokens, i + 1, language) && !tokens.is(i + 1, "h")) return {};
  return {i + 2, {tokens.value(i), 0, true}, true};
}

std::string counted(std::uint32_t value, const char* term, const Language& language) {
  const Noun noun = noun_of(*language.tables.terms.find(term));
  const std::string digits = std::to_string(value);
  return language.grammar.counting(digits, {noun.gender, Case::nominative}) + " " +
         (language.grammar.is_singular(digits, "") ? noun.one : noun.many);
}

// "1:23:45" is a duration, and a time where "Uhr" follows.
Hit with_seconds(const Tokens& tokens, std::size_t i, const Language& language) {
  const auto part = [&](std::size_t at) { return tokens.is(at, U':') && tokens.glued(at) && is_minute(tokens, at + 1); };
  if (!tokens.digits(i, 1, 3) || !part(i + 1) || !part(i + 3) || tokens.is(i + 5, U':')) return {};
  const std::string seconds = " " + language.tables.term("and") + " " + counted(tokens.value(i + 4), "second", language);
  // "2:03:59 h" is how long a race took.
  if (is_clock_word(tokens, i + 5, language) && !tokens.is(i + 5, "h") && tokens.value(i) <= 24) {
    return say(tokens, i, i + 6, language.grammar.time({tokens.value(i), tokens.value(i + 2), true}) + seconds);
  }
  const bool unit = tokens.is(i + 5, "h") && tokens.at(i + 5).spaced && tokens.ends_clean(i + 6);  // "2:03:59 h"
  return say(tokens, i, unit ? i + 6 : i + 5,
             counted(tokens.value(i), "hour", language) + " " + counted(tokens.value(i + 2), "minute", language) + seconds,
             "duration");
}

// "3:1", "1:50.000"
Hit ratio(const Tokens& tokens, std::size_t i, const Language& language) {
  const WrittenNumber first = written_number(tokens, i, language);
  const std::size_t colon = first.end;
  if (!tokens.is(colon, U':') || !tokens.is_number(colon + 1) || tokens.glued(colon) != tokens.glued(colon + 1)) return {};
  const WrittenNumber second = written_number(tokens, colon + 1, language);
  if (!tokens.ends_clean(second.end) || tokens.is(second.end, U':')) return {};
  return say(tokens, i, second.end,
             words_of(first, language) + " " + language.tables.term("ratio") + " " + words_of(second, language), "ratio");
}

// "a. m.", "p.m.": the token after it, and what is said; 0 if there is none.
std::size_t end_of_half(const Tokens& tokens, std::size_t i, std::uint32_t hour, const Language& language, std::string& words) {
  const std::string_view first = tokens.str(i).substr(0, 1);
  const bool letters = tokens.is(i, "am") || tokens.is(i, "pm") || tokens.is(i, "AM") || tokens.is(i, "PM");
  const bool dotted = tokens.str(i).size() == 1 && tokens.is(i + 1, U'.') && tokens.is(i + 2, "m");
  const auto* half = language.tables.terms.find("half " + std::string(first));
  if (half == nullptr || (!letters && !dotted)) return 0;
  const std::size_t part = hour == 12 ? 1 : first == "p" && hour >= 8 ? 2 : 0;
  words = " " + (*half)[std::min(part, half->size() - 1)];
  if (letters) return i + 1;
  return tokens.is(i + 3, U'.') && i + 4 < tokens.size() ? i + 4 : i + 3;
}

// "9 p. m.", "12pm"
Hit half_of_day(const Tokens& tokens, std::size_t i, const Language& language) {
  const std::uint32_t hour = tokens.value(i);
  if (!tokens.digits(i, 1, 2) || hour < 1 || hour > 12) return {};
  std::string half;
  const std::size_t end = end_of_half(tokens, i + 1, hour, language, half);
  if (end == 0 || !tokens.ends_clean(end)) return {};
  return say(tokens, i, end, language.grammar.time({hour, 0, false}) + half);
}

// "8–12.30 Uhr", "8h-12h30"
Hit from_full_hour(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.digits(i, 1, 2) || tokens.value(i) > 24) return {};
  const std::size_t dash = tokens.is(i + 1, "h") ? i + 2 : i + 1;
  if (!tokens.is_range_dash(dash)) return {};
  const Time second = time_at(tokens, dash + 1, language);
  if (!second || !second.certain || !tokens.ends_clean(second.end)) return {};
  const std::string words = language.grammar.time({tokens.value(i), 0, false}) + " " + language.tables.term("to") + " ";
  return say(tokens, i, second.end, words + language.grammar.time(second.clock));
}

}  // namespace

// "14:30 Uhr", "14 h 30", "7.45" where the word before says so, ranges of them; durations; ratios "3:1".
Hit clock_time(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.is_number(i) || !tokens.begins_clean(i) || tokens.follows(i, U":.,")) return {};
  if (Hit hit = with_seconds(tokens, i, language)) return hit;
  if (Hit hit = from_full_hour(tokens, i, language)) return hit;
  if (Hit hit = half_of_day(tokens, i, language)) return hit;
  Time first = time_at(tokens, i, language);
  if (!first) return ratio(tokens, i, language);
  std::string words;
  std::size_t end = first.end;
  if (tokens.is_range_dash(end)) {
    Time second = time_at(tokens, end + 1, language);
    if (!second) second = full_hour_at(tokens, end + 1, language);
    if (second && (first.certain || second.certain)) {
      words = language.grammar.time(first.clock) + " " + language.tables.term("to") + " " + language.grammar.time(second.clock);
      end = second.end;
    }
  }
  if (!first.certain && tokens.is(end, language.tables.term("to"))) {  // "von 8.00 bis 16.30 Uhr"
    const Time second = time_at(tokens, end + 1, language);
    first.certain = second && second.certain && second.clock.hour_named;
  }
  std::string half;
  if (const std::size_t end_half = end_of_half(tokens, end, first.clock.hour, language, half); end_half != 0) {
    first.certain = true;
    end = end_half;
  }
  if (!first.certain && words.empty()) return {};
  if (!tokens.ends_clean(end)) return {};
  if (words.empty()) words = language.grammar.time(first.clock);
  return say(tokens, i, end, words + half);
}

}  // namespace aloud::shared_rules
