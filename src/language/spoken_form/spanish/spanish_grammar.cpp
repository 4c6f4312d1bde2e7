#include "language/spoken_form/spanish/spanish_grammar.h"

#include "language/characters.h"
#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/shared/written_number.h"
#include "language/spoken_form/word_list.h"

namespace aloud::shared_rules {
namespace {

// What the sign or letters after a number make of it.
struct Ordinal {
  std::size_t end = 0;
  Gender gender = Gender::masculine;
  OrdinalForm form = OrdinalForm::whole;
  bool many = false;
};

Ordinal ordinal_suffix(const Tokens& tokens, std::size_t i) {
  std::size_t at = i;
  const bool dot = tokens.is(at, U'.') && tokens.glued(at);
  if (dot) ++at;
  if (!tokens.glued(at)) return {};
  const bool degrees = tokens.glued(at + 1) && tokens.is_word(at + 1);  // "20ºC"
  if (tokens.is(at, U'º') || (dot && tokens.is(at, U'°'))) return degrees && !dot ? Ordinal() : Ordinal{at + 1, {}, {}, false};
  if (tokens.is(at, U'ª')) return {at + 1, Gender::feminine, {}, false};
  const std::string_view letters = tokens.str(at);
  if (!tokens.is_word(at) || !tokens.ends_clean(at + 1)) return {};
  if (is_among("er ᵉʳ", letters)) return {at + 1, Gender::masculine, OrdinalForm::cut, false};
  if (is_among("ro do to mo vo no os", letters)) return {at + 1, Gender::masculine, {}, letters == "os"};
  if (is_among("ra da ta ma va na as", letters)) return {at + 1, Gender::feminine, {}, letters == "as"};
  if (dot && is_among("o a", letters)) return {at + 1, letters == "a" ? Gender::feminine : Gender::masculine, {}, false};
  return {};
}

}  // namespace

Gender SpanishGrammar::gender_of(std::string_view noun) const {
  if (tables_.feminine.contains(noun)) return Gender::feminine;
  if (tables_.masculine.contains(noun)) return Gender::masculine;
  if (noun.ends_with("es") && tables_.feminine.contains(noun.substr(0, noun.size() - 2))) return Gender::feminine;
  if (noun.ends_with('s')) noun.remove_suffix(1);
  if (tables_.feminine.contains(noun)) return Gender::feminine;
  if (tables_.masculine.contains(noun)) return Gender::masculine;
  const bool feminine = ends_in_one_of("a ción cione sión sione dad dade tad tade tud tude umbre ie", noun);
  return feminine ? Gender::feminine : Gender::masculine;
}

std::optional<Gender> SpanishGrammar::gender_at(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.lower(i) || !tokens.at(i).spaced || language.tables.function_words.contains(tokens.str(i))) return std::nullopt;
  const bool many = tokens.is_number(i - 1) && tokens.str(i - 1) != "1" && !tokens.is(i - 2, U'/');  // "1/2 litro"
  if (many && !tokens.str(i).ends_with('s')) return std::nullopt;                                    // "en 1741 publicó"
  const std::string_view noun = tokens.str(i);
  if (noun.ends_with("es") && tokens.lower(i + 1) && tokens.at(i + 1).spaced && tokens.str(i + 1).ends_with("as") &&
      !language.tables.function_words.contains(tokens.str(i + 1))) {
    return gender_of(tokens.str(i + 1));  // an adjective, or a noun with one: "200 grandes empresas"
  }
  return gender_of(noun);
}

// "1.º", "3.er", "2ª", "5to".
Hit SpanishGrammar::ordinal(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.is_number(i) || !tokens.begins_clean(i) || tokens.str(i).front() == '0') return {};
  const WrittenNumber number = written_number(tokens, i, language);
  const Ordinal found = ordinal_suffix(tokens, number.end);
  if (found.end == 0 || !number.fraction.empty() || number.value() > 999'999) return {};
  const std::string words = spanish_ordinal(number.value(), found.gender, found.form);
  return say(tokens, i, found.end, words + (found.many ? "s" : ""));
}

// "siglo XX", "Felipe II", "Alfonso XIII", "la II Guerra Mundial", "capítulo IV".
Hit SpanishGrammar::roman(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.is_word(i) || tokens.at(i).range.size() > 8 || !tokens.begins_clean(i) || !tokens.ends_clean(i + 1)) return {};
  if (is_spelled(tokens, i)) return {};
  const std::uint32_t value = roman_value(tokens.str(i));
  const std::string_view before = tokens.str(i - 1);
  const bool dotted = tokens.is(i + 1, U'.') && tokens.glued(i + 1) && i + 2 < tokens.size();  // "Juan V. López"
  if (value == 0 || (dotted && !language.tables.numbered.contains(before))) return {};
  const std::string digits = std::to_string(value);
  if (!tokens.capitalised(i)) {  // "siglo xix"
    return is_among("siglo siglos", before) ? say(tokens, i, i + 1, cardinal(digits)) : Hit();
  }
  if (tables_.is_regnal(before) && value < 40) {
    const Gender gender = language.tables.regnal_feminine.contains(before) ? Gender::feminine : Gender::masculine;
    return say(tokens, i, i + 1, value <= 10 ? spanish_ordinal(value, gender, OrdinalForm::whole) : cardinal(digits));
  }
  if (language.tables.numbered.contains(before)) {
    const bool first_century = value == 1 && is_among("siglo Siglo", before);
    return first_century ? say(tokens, i, i + 1, "primero") : numbered_roman(tokens, i, language);
  }
  // "siglos V y X"
  const bool second = is_among("y e o al a", before) && roman_value(tokens.str(i - 2)) != 0 && tokens.capitalised(i - 2);
  if (second && is_among("siglos Siglos siglo capítulos tomos", tokens.str(i - 3)))
    return say(tokens, i, i + 1, cardinal(digits));
  // "la II Guerra Mundial", "el XX Congreso"
  const bool names = tokens.capitalised(i + 1) && tokens.at(i + 1).spaced && tokens.str(i + 1).size() > 4;
  if (!names || value > 30 || tokens.str(i).find_first_of("LCDM") != std::string_view::npos) return {};
  if (i > 0 && !is_among("la el los las del al de en una un", before)) return {};
  return say(tokens, i, i + 1, spanish_ordinal(value, gender_of(with_small_letter(tokens.str(i + 1))), OrdinalForm::cut));
}

// "5 febrero 1990", "abril 30": dates without "de", which is said all the same.
Hit SpanishGrammar::terse_date(const Tokens& tokens, std::size_t i, const Language& language) const {
  const auto is_day = [&](std::size_t at) {
    return tokens.digits(at, 1, 2) && tokens.value(at) >= 1 && tokens.value(at) <= 31;
  };
  const auto month_at = [&](std::size_t at) {
    const std::size_t end = tokens.is(at + 1, U'.') && tokens.glued(at + 1) ? at + 2 : at + 1;
    return tokens.lower(at) && language.tables.months.find(tokens.str(at, end)) != nullptr ? end : 0;
  };
  const bool day_first = is_day(i) && month_at(i + 1) != 0;
  const std::size_t month = day_first ? i + 1 : i;
  std::size_t end = day_first ? month_at(i + 1) : month_at(i) != 0 && is_day(month_at(i)) ? month_at(i) + 1 : 0;
  const std::size_t day = day_first ? i : end - 1;
  if (end == 0 || !tokens.begins_clean(i) || !tokens.ends_clean(end)) return {};
  if (!day_first && (tokens.is(end, U'%') || tokens.is(end, "de") || tokens.lower(end))) return {};
  const std::string& name = language.tables.months.find(tokens.str(month, month_at(month)))->front();
  std::string words = (tokens.str(day) == "1" ? "primero" : cardinal(tokens.str(day))) + " de " + name;
  if (tokens.digits(end, 4) && tokens.at(end).spaced && tokens.ends_clean(end + 1)) {
    words += " de " + cardinal(tokens.str(end));
    ++end;
  }
  return say(tokens, i, end, words, "date");
}

// "3/4 partes" → "tres cuartas partes", "1/3 parte".
Hit SpanishGrammar::parts(const Tokens& tokens, std::size_t i) const {
  constexpr std::uint32_t kMost = 10;  // beyond, parts are not ordinals
  const bool shape = tokens.digits(i, 1) && tokens.is(i + 1, U'/') && tokens.glued(i + 1) && tokens.digits(i + 2, 1, 2) &&
                     tokens.glued(i + 2) && is_among("parte partes", tokens.str(i + 3));
  const std::uint32_t under = tokens.value(i + 2);
  if (!shape || !tokens.begins_clean(i) || tokens.value(i) == 0 || under < 3 || under > kMost) return {};
  return say(tokens, i, i + 3,
             counting(tokens.str(i), {Gender::feminine, Case::nominative}) + " " +
                 spanish_ordinal(under, Gender::feminine, OrdinalForm::whole) + (tokens.value(i) == 1 ? "" : "s"),
             "fraction");
}

// "1 de mayo" → "primero de mayo"; "a las 21" → "a las veintiuna".
Hit SpanishGrammar::special(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (Hit hit = terse_date(tokens, i, language)) return hit;
  if (Hit hit = parts(tokens, i)) return hit;
  if (tokens.digits(i, 1, 3) && tokens.begins_clean(i) && tokens.at(i).spaced) {
    if (Hit hit = and_a_half(tokens, i, " y medio", " y media", language)) return hit;
  }
  if (!tokens.digits(i, 1, 2) || !tokens.begins_clean(i) || !tokens.at(i).spaced || tokens.str(i).back() != '1') return {};
  if (ordinal(tokens, i, language)) return {};  // "la 1.ª vez"
  const bool first =
      tokens.str(i) == "1" && tokens.is(i + 1, "de") && language.tables.months.find(tokens.str(i + 2)) != nullptr;
  if (first) return say(tokens, i, i + 1, "primero", "date");
  const bool hour = is_among("la las La Las", tokens.str(i - 1)) && tokens.value(i) <= 24;
  const bool alone = !tokens.glued(i + 1) || (tokens.is_mark(i + 1) && !tokens.is_number(i + 2));
  if (!hour || !alone || tokens.is(i + 1, U'%') || (tokens.lower(i + 1) && gender_at(tokens, i + 1, language))) return {};
  return say(tokens, i, i + 1, counting(tokens.str(i), {Gender::feminine, Case::nominative}), "time");
}

}  // namespace aloud::shared_rules
