#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/units.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

// The reading of "½" and its like; null for other tokens.
const std::string* vulgar_fraction(const Tokens& tokens, std::size_t i, const English& english) {
  const char32_t c = tokens.at(i).mark;
  const bool vulgar = (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E);
  if (!vulgar) return nullptr;
  const auto* words = english.tables.symbols.find(tokens.str(i));
  return words == nullptr ? nullptr : &words->front();
}

struct Fraction {
  std::size_t end = 0;
  std::string words;
};

// "1/2", "3/4ths" or "½" at `i`, as a fraction below one.
Fraction proper_fraction(const Tokens& tokens, std::size_t i, const English& english) {
  if (const std::string* words = vulgar_fraction(tokens, i, english)) return {i + 1, *words};
  const bool slash = (tokens.is(i + 1, U'/') || tokens.is(i + 1, U'⁄')) && tokens.glued(i + 1) && tokens.glued(i + 2);
  if (!slash || !tokens.digits(i, 1, 3) || !tokens.digits(i + 2, 1, 4)) return {};
  const std::uint32_t over = tokens.value(i), under = tokens.value(i + 2);
  if (over == 1 && under > 20 && under < 10'000 && tokens.ends_clean(i + 3) && !tokens.is(i + 3, U'/')) {
    return {i + 3, fraction(over, under, english.dialect)};  // "1/800"
  }
  const bool usual = under <= 20 || under == 25 || under == 32 || under == 50 || under == 64 || under == 100;
  if (over == 0 || under < 2 || over >= under || under > 100 || (!usual && over > 1)) return {};
  std::size_t end = i + 3;
  const std::string_view suffix = tokens.str(end);
  static constexpr std::string_view kSuffixes = "th rd nd ths rds nds TH RD ND THS RDS NDS";
  if (tokens.glued(end) && is_among(kSuffixes, suffix)) ++end;
  if (tokens.glued(end) && (tokens.is_number(end) || tokens.is(end, U'/'))) return {};
  return {end, fraction(over, under, english.dialect)};
}

std::string joined(const std::string& whole, std::string part) {
  if (part.substr(0, 4) == "one ") part.replace(0, 3, part == "one eighth" ? "an" : "a");
  return whole + " and " + part;
}

Hit with_unit(const Tokens& tokens, std::size_t i, std::size_t end, std::string words, bool many, const English& english) {
  if (const Unit unit = unit_at(tokens, end, english)) {
    if (unit.one == "percent" || many) return say(tokens, i, unit.end, words + " " + unit.many);
    return say(tokens, i, unit.end, words + " " + unit.one);
  }
  if (!tokens.ends_clean(end)) return {};
  const bool sign = (tokens.is(end, U'"') || tokens.is(end, U'″')) && tokens.glued(end) && tokens.ends_chunk(end + 1);
  if (sign && many) return say(tokens, i, end + 1, words + " inches");  // 5⅞"
  const bool quoted = tokens.is(i - 1, U'"');
  if (sign && !quoted && tokens.lower(end + 1)) return say(tokens, i, end + 1, words + " inch");  // 3/8" nut
  return say(tokens, i, end, std::move(words));
}

// "2019/20", "120/80", "22/7": what is no proper fraction.
Hit other_slash(const Tokens& tokens, std::size_t i, const English& english) {
  const bool slash = tokens.is(i + 1, U'/') && tokens.glued(i + 1) && tokens.glued(i + 2) && tokens.is_number(i + 2);
  if (!slash || tokens.is(i + 3, U'/') || !tokens.ends_clean(i + 3)) return {};
  const std::uint32_t over = tokens.value(i), under = tokens.value(i + 2);
  if (tokens.digits(i, 4) && over >= 1100 && over <= 2099 && (tokens.digits(i + 2, 2) || tokens.digits(i + 2, 4))) {
    const std::string second = tokens.digits(i + 2, 4) ? year(under, english.dialect)
                               : under == 0            ? "two thousand"
                                                       : second_pair(under);
    return say(tokens, i, i + 3, year(over, english.dialect) + " to " + second, "range");
  }
  const bool next_year = tokens.digits(i, 4) && tokens.digits(i + 2, 1) && over >= 1900 && over <= 2099;
  if (next_year && (over + 1) % 10 == under) {  // "2003/4"
    return say(tokens, i, i + 3, year(over, english.dialect) + " to " + cardinal(under, english.dialect), "range");
  }
  if (!tokens.digits(i, 1, 4) || !tokens.digits(i + 2, 1, 4)) return {};
  if (under >= 2 && under <= 10 && over > under && over % under != 0)
    return say(tokens, i, i + 3, fraction(over, under, english.dialect));
  const Unit unit =
      tokens.at(i + 3).spaced && !tokens.is(i + 3, "in") ? unit_at(tokens, i + 3, english) : Unit();  // "140/90 mmHg"
  return say(tokens, i, unit ? unit.end : i + 3,
             cardinal(tokens.str(i), english.dialect) + " over " + cardinal(tokens.str(i + 2), english.dialect) +
                 (unit ? " " + unit.many : ""),
             "ratio");
}

// Whether the words around say that [i, end) are points: "scored 8/10", "a 9/10 rating".
bool is_graded(const Tokens& tokens, std::size_t i, std::size_t end) {
  static constexpr std::string_view kBefore =
      "score scored scores scoring rate rates rated rating ratings grade graded got gets gave give gives giving earn earns "
      "earned deserves mark marks solid perfect exam quiz test overall review verdict";
  static constexpr std::string_view kAfter = "rating ratings on stars points marks score would";
  const bool joint = is_among("a an it this them him her", tokens.str(i - 1)) || tokens.is(i - 1, U':');
  const bool be =
      is_among("is was are were", tokens.str(i - 1)) || (is_among("is was", tokens.str(i - 2)) && tokens.is(i - 1, "a"));
  const bool ends = !tokens.is_word(end) && !tokens.is_number(end);
  if (ends && tokens.str(end - 1) == "10" && (be || (tokens.is(i - 1, U'(') && tokens.is(end, U')')))) return true;
  return is_among(kBefore, tokens.str(joint ? i - 2 : i - 1)) || is_among(kAfter, tokens.str(end));
}

// "scored 8/10", "a 7.5/10 rating", "1,450/1,600": points out of those there are.
Hit points(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.glued(i + 1)) return {};
  const WrittenNumber first = written_number(tokens, i);
  const std::size_t slash = first.end;
  if (!first || !tokens.is(slash, U'/') || !tokens.glued(slash) || !tokens.glued(slash + 1)) return {};
  const WrittenNumber second = written_number(tokens, slash + 1);
  if (!second || !tokens.ends_clean(second.end) || tokens.is(second.end, U'/') || tokens.is(second.end, U'%')) return {};
  const bool more = first.value() == second.value() && first.fraction.find_first_not_of('0') != std::string::npos;
  if (first.value() > second.value() || more) return {};  // "section 4.4/4"
  const bool written_so = !first.fraction.empty() || first.grouped || second.grouped || !second.fraction.empty();
  const bool full = second.is_plain(1, 3) && second.value() % 5 == 0 && second.value() > 0;
  const bool graded = full && !tokens.is(second.end, "of") && is_graded(tokens, i, second.end);
  const bool measured = static_cast<bool>(unit_at(tokens, second.end, english));  // "2.4/5 GHz"
  if ((!written_so && !graded) || measured) return {};
  return say(tokens, i, second.end, words_of(first, english.dialect) + " out of " + words_of(second, english.dialect), "score");
}

// "step 2/5", "page 3/7": how far something has come.
Hit progress(const Tokens& tokens, std::size_t i, const English& english) {
  static constexpr std::string_view kSteps =
      "step steps page part slide chapter episode day round question tweet thread post lesson stage level attempt try task "
      "item "
      "lap set exercise module unit video photo image";
  const bool shape = tokens.digits(i, 1, 3) && tokens.is(i + 1, U'/') && tokens.glued(i + 1) && tokens.digits(i + 2, 1, 3) &&
                     tokens.glued(i + 2) && tokens.at(i).spaced;
  if (!shape || tokens.value(i) == 0 || tokens.value(i) > tokens.value(i + 2)) return {};
  if (!is_among(kSteps, ascii_lower(tokens.str(i - 1))) || !tokens.ends_clean(i + 3) || tokens.is(i + 3, U'/')) return {};
  return say(tokens, i, i + 3,
             cardinal(tokens.value(i), english.dialect) + " of " + cardinal(tokens.value(i + 2), english.dialect), "progress");
}

// "an 80/20 rule", "a 60/40 split", "20/40 vision": shares of a hundred and tests of eyes, said as two numbers. Blood pressure
// is named before it, or has its unit.
Hit paired_numbers(const Tokens& tokens, std::size_t i, const English& english) {
  const bool shape = tokens.digits(i, 1, 3) && tokens.is(i + 1, U'/') && tokens.glued(i + 1) && tokens.digits(i + 2, 1, 3) &&
                     tokens.glued(i + 2) && tokens.ends_clean(i + 3) && !tokens.is(i + 3, U'/');
  if (!shape) return {};
  const std::uint32_t first = tokens.value(i), second = tokens.value(i + 2);
  const bool vision = first == 20 && second >= 10 && second % 5 == 0 && is_among("vision eyesight", tokens.str(i + 3));
  const bool split = is_among("split splits rule ratio mix blend divide custody chance", tokens.str(i + 3));
  const bool shares = first + second == 100 && (first >= second || split) && first % 5 == 0 && second > 0 && first > 0;
  const bool pressure = is_among("pressure BP bp", tokens.str(i - 1)) || is_among("pressure BP bp", tokens.str(i - 2)) ||
                        tokens.is(i + 3, "mmHg");
  if (!vision && (!shares || pressure)) return {};
  return say(tokens, i, i + 3, cardinal(first, english.dialect) + " " + cardinal(second, english.dialect), "ratio");
}

}  // namespace

// "1/2", "½", "3 3/4", "3½", each with a unit or without; "120/80".
Hit fraction_or_ratio(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.begins_clean(i) || tokens.follows(i, U"/.,")) {
    return {};
  }
  if (tokens.is_mark(i) && !vulgar_fraction(tokens, i, english)) return {};
  if (Hit hit = progress(tokens, i, english)) return hit;
  if (Hit hit = paired_numbers(tokens, i, english)) return hit;
  if (Hit hit = points(tokens, i, english)) return hit;
  if (const Fraction part = proper_fraction(tokens, i, english); part.end != 0) {
    std::string words = part.words;
    const bool article = tokens.is(i - 1, "a") || tokens.is(i - 1, "an") || tokens.is(i - 1, "A");
    if (article && words.substr(0, 4) == "one ") words.erase(0, 4);  // "a ½ hour"
    return with_unit(tokens, i, part.end, words, false, english);
  }
  if (!tokens.is_number(i)) return {};
  const WrittenNumber whole = written_number(tokens, i);
  if (whole.fraction.empty() && whole.whole.size() <= 6) {
    const bool vulgar = vulgar_fraction(tokens, whole.end, english) != nullptr;
    const bool dashed =
        tokens.is(whole.end, U'-') && tokens.glued(whole.end) && tokens.glued(whole.end + 1) && whole.is_plain(1);
    const Fraction part = proper_fraction(tokens, dashed ? whole.end + 1 : whole.end, english);
    if (part.end != 0 && (vulgar || dashed || tokens.at(whole.end).spaced)) {
      return with_unit(tokens, i, part.end, joined(words_of(whole, english.dialect), part.words), true, english);
    }
  }
  return other_slash(tokens, i, english);
}

}  // namespace aloud::english
