#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

struct Time {
  std::size_t end = 0;
  std::string words;
  bool half = false;   // "a.m." or "p.m." is said
  bool clock = false;  // minutes are said
  bool last_stop = false;
};

// "am", "PM", "a.m.": the token after it; 0 if it is none.
std::size_t end_of_half(const Tokens& tokens, std::size_t i) {
  const std::string_view word = tokens.str(i);
  if (word == "am" || word == "pm" || word == "AM" || word == "PM" || word == "Am" || word == "Pm") {
    return tokens.ends_clean(i + 1) ? i + 1 : 0;
  }
  const bool letter = word == "a" || word == "p" || word == "A" || word == "P";
  if (!letter || !tokens.is(i + 1, U'.')) return 0;
  if (!tokens.is(i + 2, "m") && !tokens.is(i + 2, "M")) return 0;
  return tokens.is(i + 3, U'.') && tokens.glued(i + 3) ? i + 4 : i + 3;
}

bool is_zone(std::string_view word, const English& english) {
  if (word.size() < 3) return english.tables.zones.contains(word);
  return !is_among("cat wet eat wat west best", word) && english.tables.zones.contains(ascii_upper(word));
}

std::string half_words(const Tokens& tokens, std::size_t i) {
  const char first = tokens.str(i).front();
  return first == 'a' || first == 'A' ? " A M" : " P M";
}

std::string minutes_words(std::uint32_t hour, std::uint32_t minute, bool half, Dialect dialect) {
  const std::string hours = cardinal(hour, dialect);
  if (minute == 0 && !half && hour % 24 == 0) return "midnight";
  if (minute != 0) return hours + " " + (minute < 10 ? "oh " : "") + cardinal(minute, dialect);
  if (half) return hours;
  return hours + (hour >= 1 && hour <= 12 ? " o'clock" : " hundred");
}

// "EST", "e.s.t.": the token after it; 0 if it is no time zone.
std::size_t end_of_zone(const Tokens& tokens, std::size_t i, const English& english) {
  if (tokens.is_word(i) && is_zone(tokens.str(i), english) && tokens.ends_clean(i + 1)) return i + 1;
  const bool dotted = tokens.str(i).size() == 1 && tokens.is(i + 1, U'.') && tokens.str(i + 2).size() == 1 &&
                      tokens.is(i + 3, U'.') && tokens.is_word(i + 2) && tokens.is_word(i + 4) && tokens.glued(i + 4);
  if (!dotted) return 0;
  const std::string letters = std::string(tokens.str(i)) + std::string(tokens.str(i + 2)) + std::string(tokens.str(i + 4));
  if (letters.size() != 3 || !is_zone(letters, english)) return 0;
  return tokens.is(i + 5, U'.') && tokens.glued(i + 5) && i + 6 < tokens.size() ? i + 6 : i + 5;
}

std::string zone_words(const Tokens& tokens, std::size_t begin, std::size_t end) {
  std::string letters;
  for (std::size_t at = begin; at < end; ++at) {
    if (tokens.is_word(at)) letters += tokens.str(at);
  }
  return " " + spelled_letters(letters);
}

void take_half(const Tokens& tokens, Time& time) {
  const std::size_t end = end_of_half(tokens, time.end);
  if (end == 0) return;
  time.words += half_words(tokens, time.end);
  // The period of "p.m." that also ends the sentence stays.
  time.last_stop = tokens.is(end - 1, U'.') && end >= tokens.size();
  time.end = time.last_stop ? end - 1 : end;
  time.half = true;
}

// "1230 pm", "915am": hours and minutes without a mark between them.
Time joined_time_at(const Tokens& tokens, std::size_t i, const English& english) {
  Time time;
  const std::uint32_t hour = tokens.value(i) / 100, minute = tokens.value(i) % 100;
  if (!tokens.digits(i, 3, 4) || hour < 1 || hour > 12 || minute > 59 || end_of_half(tokens, i + 1) == 0) return time;
  time.clock = true;
  time.end = i + 1;
  time.words = minutes_words(hour, minute, true, english.dialect);
  take_half(tokens, time);
  return time;
}

// "10:30", "10.30 a.m.", "3pm". Empty if there is none.
Time time_at(const Tokens& tokens, std::size_t i, const English& english) {
  Time time = joined_time_at(tokens, i, english);
  if (time.end != 0) return time;
  if (!tokens.digits(i, 1, 2) || tokens.value(i) > 24) return time;
  const std::uint32_t hour = tokens.value(i);
  const bool colon = tokens.is(i + 1, U':') && tokens.glued(i + 1);
  const bool point = tokens.is(i + 1, U'.') && tokens.glued(i + 1) && end_of_half(tokens, i + 3) != 0;
  if ((colon || point) && tokens.digits(i + 2, 2) && tokens.glued(i + 2) && tokens.value(i + 2) < 60) {
    const bool grouped = tokens.is(i + 3, U',') && tokens.digits(i + 4, 3) && tokens.glued(i + 3) && tokens.glued(i + 4);
    if (grouped) return time;  // "1:50,000"
    time.clock = true;
    time.end = i + 3;
    const bool half = end_of_half(tokens, i + 3) != 0;
    time.words = minutes_words(hour, tokens.value(i + 2), half, english.dialect);
    take_half(tokens, time);
    const bool more = tokens.glued(time.end) && (tokens.is_word(time.end) || tokens.is_number(time.end)) &&
                      end_of_zone(tokens, time.end, english) == 0;
    return more && !tokens.is(time.end, "h") && !tokens.is(time.end, "Z") ? Time() : time;
  }
  if (tokens.is(i + 1, "h") && tokens.glued(i + 1) && tokens.digits(i + 2, 2) && tokens.glued(i + 2) &&
      tokens.value(i + 2) < 60 && tokens.ends_clean(i + 3)) {  // "19h30"
    time.clock = true;
    time.end = i + 3;
    time.words = minutes_words(hour, tokens.value(i + 2), false, english.dialect);
    return time;
  }
  const bool evening = hour > 12 && is_among("pm PM", tokens.str(i + 1));  // "13pm"
  if (hour < 1 || (hour > 12 && !evening) || end_of_half(tokens, i + 1) == 0) return time;
  time.end = i + 1;
  time.words = cardinal(hour, english.dialect);
  take_half(tokens, time);
  return time;
}

std::string counted(std::uint32_t value, std::string_view unit, Dialect dialect) {
  return cardinal(value, dialect) + " " + std::string(unit) + (value == 1 ? "" : "s");
}

// "1:23:45" is a duration, unless "a.m." or a day's hour with zeros says a time; "4:05.32" are minutes and seconds.
Hit duration(const Tokens& tokens, std::size_t i, const English& english) {
  const auto part = [&](std::size_t at, char32_t mark) {
    return tokens.is(at, mark) && tokens.glued(at) && tokens.is_number(at + 1) && tokens.glued(at + 1);
  };
  if (!tokens.digits(i, 1, 3) || !part(i + 1, U':') || !tokens.digits(i + 2, 2) || tokens.value(i + 2) > 59) return {};
  const Dialect dialect = english.dialect;
  if (part(i + 3, U':') && tokens.digits(i + 4, 2) && tokens.value(i + 4) < 60) {
    std::size_t end = i + 5;
    std::string seconds = cardinal(tokens.value(i + 4), dialect);
    if (part(end, U'.')) {
      seconds += " point " + digit_by_digit(tokens.str(end + 1));
      end += 2;
    }
    if (tokens.is(end, U':') && tokens.is_number(end + 1)) return {};
    if (const std::size_t half = end_of_half(tokens, end); half != 0) {
      std::string clock = minutes_words(tokens.value(i), tokens.value(i + 2), true, dialect);
      if (tokens.value(i + 4) != 0) clock += " and " + seconds + " seconds";
      const bool last = tokens.is(half - 1, U'.') && half >= tokens.size();
      return say(tokens, i, last ? half - 1 : half, clock + half_words(tokens, end));
    }
    const bool one = tokens.value(i + 4) == 1 && end == i + 5;
    return say(tokens, i, end,
               counted(tokens.value(i), "hour", dialect) + " " + counted(tokens.value(i + 2), "minute", dialect) + " and " +
                   seconds + (one ? " second" : " seconds"),
               "duration");
  }
  if (tokens.is(i + 3, "long") && tokens.at(i + 3).spaced) {  // "3:42 long"
    return say(tokens, i, i + 3,
               counted(tokens.value(i), "minute", dialect) + " and " + counted(tokens.value(i + 2), "second", dialect),
               "duration");
  }
  if (!part(i + 3, U'.') || end_of_half(tokens, i + 5) != 0) return {};
  const std::string seconds = decimal(tokens.str(i + 2), tokens.str(i + 4), dialect) + " seconds";
  return say(tokens, i, i + 5, counted(tokens.value(i), "minute", dialect) + " " + seconds, "duration");
}

// "3:1" is three to one, but "Psalm 23:1–6" chapter and verses.
Hit ratio(const Tokens& tokens, std::size_t i, const English& english) {
  const WrittenNumber first = written_number(tokens, i);
  const std::size_t colon = first.end;
  if (!tokens.is(colon, U':') || !tokens.glued(colon) || !tokens.is_number(colon + 1) || !tokens.glued(colon + 1)) return {};
  const WrittenNumber second = written_number(tokens, colon + 1);
  if (!tokens.ends_clean(second.end) || tokens.is(second.end, U':')) return {};
  const std::string from = words_of(first, english.dialect), to = words_of(second, english.dialect);
  const std::size_t dash = second.end;
  const bool verses =
      tokens.capitalised(i - 1) && tokens.is_range_dash(dash) && tokens.glued(dash) && tokens.is_number(dash + 1);
  if (verses && tokens.ends_clean(dash + 2)) {
    return say(tokens, i, dash + 2, from + " " + to + " to " + cardinal(tokens.value(dash + 1), english.dialect), "verse");
  }
  const bool surah = is_among("Quran Koran Surah Sura", tokens.str(i - 1)) ||
                     (tokens.is(i - 1, "an") && tokens.is(i - 2, U'\'') && tokens.is(i - 3, "Qur"));
  return say(tokens, i, second.end, from + (surah ? " " : " to ") + to, surah ? "verse" : "ratio");
}

// "John 3:16", "1 Cor. 13:4–7": a book of the Bible, chapter and verses.
Hit verse(const Tokens& tokens, std::size_t i, const English& english) {
  const bool numbered = tokens.digits(i, 1) && tokens.value(i) >= 1 && tokens.value(i) <= 3 && tokens.capitalised(i + 1);
  const std::size_t book = numbered ? i + 1 : i;
  if (!tokens.capitalised(book) || !tokens.begins_clean(i)) return {};
  const auto* name = english.tables.bible.find(tokens.str(book));
  if (name == nullptr) return {};
  const std::size_t chapter = tokens.is(book + 1, U'.') && tokens.glued(book + 1) ? book + 2 : book + 1;
  const bool abbreviated =
      tokens.str(book) != name->front() && !tokens.is(book, "Ex") && !tokens.is(book, "Sam") && !tokens.is(book, "Dan");
  const bool whole = abbreviated && (numbered || chapter == book + 2) && tokens.digits(chapter, 1, 3) &&
                     tokens.at(chapter).spaced &&
                     (!tokens.glued(chapter + 1) || (tokens.is_mark(chapter + 1) && tokens.ends_chunk(chapter + 1)));
  if (whole) {  // "1 Cor. 13", "Exod. 20"
    return say(tokens, i, chapter + 1,
               (numbered ? ordinal(tokens.value(i), english.dialect) + " " : std::string()) + name->front() + " " +
                   cardinal(tokens.value(chapter), english.dialect),
               "verse");
  }
  const bool reference = tokens.digits(chapter, 1, 3) && tokens.is(chapter + 1, U':') && tokens.glued(chapter + 1) &&
                         tokens.digits(chapter + 2, 1, 3) && tokens.glued(chapter + 2);
  if (!reference || !tokens.ends_clean(chapter + 3)) return {};
  std::string words = numbered ? ordinal(tokens.value(i), english.dialect) + " " : std::string();
  words += name->front() + " " + cardinal(tokens.value(chapter), english.dialect) + " " +
           cardinal(tokens.value(chapter + 2), english.dialect);
  std::size_t end = chapter + 3;
  if (tokens.is_range_dash(end) && tokens.glued(end) && tokens.digits(end + 1, 1, 3) && tokens.glued(end + 1)) {
    words += " to " + cardinal(tokens.value(end + 1), english.dialect);
    end += 2;
    if (tokens.is(end, U':') && tokens.glued(end) && tokens.digits(end + 1, 1, 3) && tokens.glued(end + 1)) {  // "1:1–2:3"
      words += " " + cardinal(tokens.value(end + 1), english.dialect);
      end += 2;
    }
  }
  return say(tokens, i, end, std::move(words), "verse");
}

// "oh eight hundred", "fifteen thirty", "oh oh ten": an hour and a minute in four digits.
std::string military_words(std::uint32_t time, Dialect dialect) {
  const std::uint32_t hour = time / 100, minute = time % 100;
  const std::string spoken_hour = hour == 0 ? "oh" : cardinal(hour, dialect);
  const std::string spoken_minute = minute == 0 ? "hundred" : (minute < 10 ? "oh " : "") + cardinal(minute, dialect);
  return (hour < 10 ? "oh " : "") + spoken_hour + " " + spoken_minute;
}

// A dash and an hour without minutes, at which a time that began with them ends.
bool ends_at_hour(const Tokens& tokens, std::size_t dash) {
  if (!tokens.is_range_dash(dash) || !tokens.glued(dash) || !tokens.digits(dash + 1, 1, 2)) return false;
  const std::uint32_t hour = tokens.value(dash + 1);
  return hour >= 1 && hour <= 12 && tokens.ends_clean(dash + 2) && !tokens.is(dash + 2, U':');
}

}  // namespace

// "0800 hours", "at 1530 hrs.": with a zero first, or after "at" and its like, it is a time of day.
Hit military_time(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.digits(i, 4) || tokens.value(i) % 100 > 59) return {};
  const bool zero = tokens.str(i).front() == '0';
  if (!zero && !is_among("at At by By until Until from From since Since", tokens.str(i - 1))) return {};
  const std::uint32_t time = tokens.value(i);
  const std::size_t zone = tokens.at(i + 1).spaced ? end_of_zone(tokens, i + 1, english) : 0;
  if (zone != 0 && time < 2400) {  // "at 0330 GMT"
    return say(tokens, i, zone, military_words(time, english.dialect) + zone_words(tokens, i + 1, zone));
  }
  if (!is_among("hours hrs h", tokens.str(i + 1)) || time / 100 > 24) return {};
  const bool stop = tokens.is(i + 1, "hrs") && tokens.is(i + 2, U'.') && tokens.glued(i + 2) && i + 3 < tokens.size();
  return say(tokens, i, stop ? i + 3 : i + 2, military_words(time, english.dialect) + " hours");
}

// "2023-10-13T17:00:00Z": the time after the date, whose seconds are said if there are any.
Hit iso_time(const Tokens& tokens, std::size_t i, const English& english) {
  const bool iso = tokens.glued(i) && tokens.is(i - 1, "T") && tokens.is_number(i - 2) && tokens.is(i - 3, U'-');
  const bool minutes = tokens.digits(i, 2) && tokens.is(i + 1, U':') && tokens.digits(i + 2, 2);
  if (!iso || !minutes || tokens.value(i) > 24 || tokens.value(i + 2) > 59) return {};
  std::string words = minutes_words(tokens.value(i), tokens.value(i + 2), false, english.dialect);
  std::size_t end = i + 3;
  if (tokens.is(end, U':') && tokens.digits(end + 1, 2)) {
    if (tokens.value(end + 1) != 0) words += " and " + counted(tokens.value(end + 1), "second", english.dialect);
    end += 2;
  }
  if (tokens.is(end, "Z") && tokens.glued(end)) {
    words += " Z";
    ++end;
  }
  return tokens.ends_clean(end) ? say(tokens, i, end, std::move(words)) : Hit();
}

// "10:30 a.m.", "3pm", "14:05", "5am–9pm", "9:00–17:00 GMT", "10–11 a.m."; durations; ratios "3:1".
Hit clock_time(const Tokens& tokens, std::size_t i, const English& english) {
  if (Hit hit = iso_time(tokens, i, english)) return hit;
  if (!tokens.begins_clean(i) || tokens.follows(i, U":.")) return {};
  if (Hit hit = verse(tokens, i, english)) return hit;
  if (tokens.is_word(i)) return {};
  if (Hit hit = military_time(tokens, i, english)) return hit;
  if (Hit hit = duration(tokens, i, english)) return hit;
  Time first = time_at(tokens, i, english);
  std::size_t after = first.end;
  if (first.end == 0 && tokens.digits(i, 1, 2) && tokens.is_range_dash(i + 1)) {  // "10–11 a.m."
    const Time second = time_at(tokens, i + 2, english);
    if (!second.half || tokens.value(i) < 1 || tokens.value(i) > 12) return {};
    return say(tokens, i, second.end, cardinal(tokens.value(i), english.dialect) + " to " + second.words);
  }
  if (first.end == 0) {
    return ratio(tokens, i, english);
  }
  if (tokens.is_range_dash(after)) {
    const Time second = time_at(tokens, after + 1, english);
    if (second.end != 0 && (second.clock || second.half)) {
      const bool shared = second.half && first.clock && !first.half && tokens.value(i) <= 12;  // "8:00-10:00pm"
      if (shared) first.words = minutes_words(tokens.value(i), tokens.value(i + 2), true, english.dialect);
      first.words += " to " + second.words;
      after = second.end;
    }
  }
  if (first.clock && after == first.end && ends_at_hour(tokens, after)) {  // "6:30-9"
    first.words += " to " + cardinal(tokens.value(after + 1), english.dialect);
    after += 2;
  }
  if (tokens.is(after, "h") && tokens.glued(after)) ++after;
  if (tokens.is(after, "Z") && tokens.glued(after)) {
    first.words += " Z";
    ++after;
  } else if (const std::size_t zone = end_of_zone(tokens, after, english); zone != 0) {
    first.words += zone_words(tokens, after, zone);
    after = zone;
  }
  return say(tokens, i, after, first.words);
}

}  // namespace aloud::english
