#include <string>

#include "language/characters.h"
#include "language/spoken_form/english/english.h"
#include "language/spoken_form/english/units.h"
#include "language/spoken_form/english/written_number.h"
#include "language/spoken_form/formulas.h"
#include "language/spoken_form/word_list.h"

namespace aloud::english {
namespace {

std::string power_words(const Exponent& exponent, Dialect dialect) {
  if (!exponent.minus && exponent.digits == "2") return " squared";
  if (!exponent.minus && exponent.digits == "3") return " cubed";
  return std::string(" to the power of ") + (exponent.minus ? "minus " : "") + cardinal(exponent.digits, dialect);
}

// A power, with the unit that it counts where it is one of a number: "1.5×10^8 km".
Hit power(const Tokens& tokens, std::size_t i, const Exponent& exponent, bool of_number, const English& english) {
  const bool counts = of_number && tokens.at(exponent.end).spaced && !tokens.is(exponent.end, "in");
  const Unit unit = counts ? unit_at(tokens, exponent.end, english) : Unit();
  return say(tokens, i, unit ? unit.end : exponent.end, power_words(exponent, english.dialect) + (unit ? " " + unit.many : ""));
}

// "²" is squared, "⁶" to the power of six, "⁻¹" to the power of minus one.
Hit superscript(const Tokens& tokens, std::size_t i, const English& english) {
  const Exponent exponent = superscript_at(tokens, i);
  if (!exponent) return {};
  const bool note = !exponent.minus && !follows_base(tokens, i);
  if (!note) return power(tokens, i, exponent, tokens.str(i - 1) == "10", english);  // after others it may be a note's number
  return say(tokens, i, exponent.end, (tokens.glued(i) ? " " : "") + cardinal(exponent.digits, english.dialect));
}

// "^6", "^-6", "^n", "^-n" after a number or letter.
Hit caret(const Tokens& tokens, std::size_t i, const English& english) {
  if (const Exponent exponent = caret_at(tokens, i)) return power(tokens, i, exponent, tokens.is_number(i - 1), english);
  if (!tokens.glued(i) || !tokens.glued(i + 1) || tokens.is_mark(i - 1)) return {};
  if (tokens.is(i + 1, U'(')) return say(tokens, i, i + 1, " to the power of ");  // "2^(1/12)"
  const bool minus = tokens.is(i + 1, U'-') || tokens.is(i + 1, U'−');
  const std::size_t at = minus ? i + 2 : i + 1;
  if (!tokens.is_word(at) || tokens.str(at).size() != 1) return {};
  return say(tokens, i, at, minus ? " to the power of minus " : " to the power of ");
}

// "1.5e-3"
Hit scientific(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.begins_clean(i)) return {};
  const WrittenNumber number = written_number(tokens, i);
  const std::size_t e = number.end;
  if (!number || !(tokens.is(e, "e") || tokens.is(e, "E")) || !tokens.glued(e) || !tokens.glued(e + 1)) return {};
  const bool minus = tokens.is(e + 1, U'-') || tokens.is(e + 1, U'−');
  const std::size_t exponent = minus || tokens.is(e + 1, U'+') ? e + 2 : e + 1;
  if (!tokens.digits(exponent, 1, 3) || !tokens.ends_clean(exponent + 1)) return {};
  return say(tokens, i, exponent + 1,
             words_of(number, english.dialect) + " times ten to the power of " + (minus ? "minus " : "") +
                 cardinal(tokens.str(exponent), english.dialect));
}

// The "x" of "5 x 10", "1920x1080" and "10x".
Hit letter_x(const Tokens& tokens, std::size_t i) {
  if ((!tokens.is(i, "x") && !tokens.is(i, "X")) || !tokens.is_number(i - 1)) return {};
  const char32_t next = tokens.at(i + 1).mark;
  if (next == U'+' || next == U'-' || next == U'=' || next == U'−' || next == U'^' || next == U'²') return {};  // "3x - 5"
  if (tokens.is(i - 2, U'=') || tokens.is(i - 2, U'+')) return {};
  if (!tokens.is_number(i + 1)) {
    if (!tokens.glued(i) || !tokens.ends_clean(i + 1)) return {};
    // "3x faster", "2x daily"
    static constexpr std::string_view kAfterTimes =
        "faster slower more less bigger larger smaller higher lower better worse as per a the daily weekly each every";
    const bool times = tokens.is_word(i + 1) && is_among(kAfterTimes, tokens.str(i + 1));
    return say(tokens, i, i + 1, times ? "times" : "x");
  }
  return tokens.glued(i) == tokens.glued(i + 1) ? say(tokens, i, i + 1, tokens.glued(i) ? "by" : "times") : Hit();
}

bool is_times_sign(const Tokens& tokens, std::size_t i) { return tokens.is(i, "x") || tokens.is(i, "X") || tokens.is(i, U'×'); }

// "km²", "m/s", "km/h" without a number before.
Hit lone_unit(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.begins_clean(i) || tokens.is_number(i - 1)) return {};
  if (tokens.is(i - 1, "per") &&
      is_among("hr sec min yr lb oz gal sq kg km ft mi kWh MWh mL kB KB MB GB TB PB MiB GiB TiB", tokens.str(i))) {  // "per hr"
    const Unit one = unit_at(tokens, i, english);
    return one ? say(tokens, i, one.end, one.one, "measure") : Hit();
  }
  if (!tokens.glued(i + 1)) return {};
  const bool power = tokens.is(i + 1, U'²') || tokens.is(i + 1, U'³');
  if (!power && !(tokens.is(i + 1, U'/') && tokens.str(i).size() >= 2 && tokens.lower(i))) return {};
  const Unit unit = unit_at(tokens, i, english);
  if (!unit || unit.end <= i + 1 || (!power && unit.end <= i + 2)) return {};
  const bool variable = power && tokens.str(i).size() == 1 && !tokens.is(i, "m");  // "a² + b²"
  const bool equation =
      power && (tokens.is(i - 1, U'=') || tokens.is(i - 1, U'+') || tokens.is(unit.end, U'=') || tokens.is(unit.end, U'+'));
  if (variable || equation) return {};
  return say(tokens, i, unit.end, tokens.is(i - 1, "per") ? unit.one : unit.many, "measure");
}

// "5 - 3", "2 * 3", "10 / 2": signs that mean something else elsewhere.
Hit ascii_operator(const Tokens& tokens, std::size_t i) {
  const bool spaced = tokens.at(i).spaced && tokens.at(i + 1).spaced;
  const bool glued = tokens.glued(i) && tokens.glued(i + 1);
  if ((!spaced && !glued) || !is_operand(tokens, i - 1) || !is_operand(tokens, i + 1)) return {};
  if (tokens.is(i, U'*') && (tokens.is_number(i - 1) || tokens.is_number(i + 1))) return say(tokens, i, i + 1, "times");
  const bool equation = tokens.is(i + 2, U'=') || (tokens.is(i - 2, U'^') && tokens.glued(i - 1));  // "1-2=-1", "2^31-1"
  if ((!spaced && !equation) || !(tokens.is_number(i - 1) || tokens.is_number(i + 1))) return {};
  if (tokens.is(i, U'-') || tokens.is(i, U'–')) return say(tokens, i, i + 1, "minus");
  return tokens.is(i, U'/') ? say(tokens, i, i + 1, "divided by") : Hit();
}

}  // namespace

// Powers, scientific notation, "x" for times, operators that are other marks elsewhere.
Hit mathematics(const Tokens& tokens, std::size_t i, const English& english) {
  if (tokens.is_number(i)) return scientific(tokens, i, english);
  if (tokens.is_word(i)) {
    if (Hit hit = letter_x(tokens, i)) return hit;
    return lone_unit(tokens, i, english);
  }
  if (tokens.is(i, U'^')) return caret(tokens, i, english);
  if (superscript_digit(tokens.at(i).mark) || tokens.is(i, U'⁻')) return superscript(tokens, i, english);
  if (tokens.is(i, U'-') || tokens.is(i, U'–') || tokens.is(i, U'*') || tokens.is(i, U'/')) return ascii_operator(tokens, i);
  return {};
}

// "5x7", "10 × 20 cm", "2x8 m²", "80 m × 60 m", "1920×1080": sizes, said with "by". "5×10" and "5 x 10" are products.
Hit dimensions(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.begins_clean(i)) return {};
  std::string words;
  std::size_t at = i, sides = 0;
  bool size = false, long_sides = true;
  for (; sides < 4; ++sides) {
    const WrittenNumber number = written_number(tokens, at);
    if (!number || (sides > 0 && tokens.is(at, U'.'))) return {};
    const bool pixels = is_times_sign(tokens, number.end) && tokens.digits(number.end + 1, 3, 4);
    const bool in_pairs = number.is_plain(4) && (tokens.glued(number.end) || sides > 0 || pixels);  // "1920x1080"
    words += sides == 0 ? "" : " by ";
    words += in_pairs ? designator_digits(number.whole, english.dialect) : words_of(number, english.dialect);
    long_sides = long_sides && number.whole.size() >= 3 && number.fraction.empty();
    at = number.end;
    if (const Unit unit = unit_at(tokens, at, english); unit && unit.one != "percent" && !is_times_sign(tokens, at)) {
      const std::size_t after = unit.end;
      const bool noun = sides > 0 && tokens.lower(after) && tokens.at(after).spaced && tokens.str(after).size() > 3 &&
                        !is_times_sign(tokens, after);  // "4 × 100 m relay"
      words += " " + (number.is_one() || noun ? unit.one : unit.many);
      at = after;
      size = true;
    }
    const bool inches = tokens.is(at, U'"') || tokens.is(at, U'″');
    const bool feet = tokens.is(at, U'\'') || tokens.is(at, U'′');
    const bool more = feet && tokens.digits(at + 1, 1, 2) && (tokens.is(at + 2, U'"') || tokens.is(at + 2, U'″'));  // 12'6"
    if ((inches || feet) && tokens.glued(at) && (is_times_sign(tokens, at + (more ? 3 : 1)) || sides > 0)) {  // 8.5" x 11"
      words += number.is_one() ? (inches ? " inch" : " foot") : (inches ? " inches" : more ? " foot" : " feet");
      if (more) words += " " + cardinal(tokens.str(at + 1), english.dialect);
      at += more ? 3 : 1;
      size = true;
    }
    if (!is_times_sign(tokens, at) || !(tokens.is_number(at + 1) || tokens.is(at + 1, U'.'))) break;
    if (tokens.glued(at) != tokens.glued(at + 1)) return {};
    size = size || (tokens.glued(at) && tokens.is_word(at));
    ++at;
  }
  if (sides == 0 || tokens.is(at, U'=') || tokens.is(at, U'^') || !tokens.ends_clean(at)) return {};
  return size || sides > 1 || long_sides ? say(tokens, i, at, std::move(words), "measure/dimensions") : Hit();
}

}  // namespace aloud::english
