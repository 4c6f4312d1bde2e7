#include <string>

#include "language/spoken_form/english/english.h"
#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/word_list.h"
#include "util/ascii.h"

namespace aloud::english {
namespace {

enum class Reading : unsigned char { none, cardinal, ordinal, name };  // name: "the eighth"

// "I am", "I'd", "I never": the pronoun and what only it has after it.
bool follows_as_subject(const Tokens& tokens, std::size_t i) {
  static constexpr std::string_view kVerbs =
      "am was have had do did will would can could shall should may might must think thought know knew want wanted mean meant "
      "love loved like liked see saw went said say guess hope feel felt got get need needed believe use used call called write "
      "wrote take took make made prefer work worked live lived saw bought play played read never always just really also don "
      "won didn can couldn wouldn still now only";
  return tokens.is(i, U'\'') || (tokens.is_word(i) && is_among(kVerbs, tokens.str(i)));
}

// "type I thirty two" is how "type i32" is said: a letter before a number, and no numeral.
bool is_number_word(std::string_view word) {
  static constexpr std::string_view kNumbers =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
      "eighteen "
      "nineteen twenty thirty forty fifty sixty seventy eighty ninety";
  return is_among(kNumbers, word);
}

// "Part D", "class C": alone these are letters, though they stand for five hundred and a hundred. Of the Super Bowl, which is
// past fifty, and of what has chapters by the score, they may be numbers.
bool is_letter_after_noun(const Tokens& tokens, std::size_t i) {
  const std::string_view text = tokens.str(i);
  return is_lone_letter(text) && !(text == "L" && is_among("Bowl Chapter CHAPTER", tokens.str(i - 1)));
}

// "John V. Tarn": an initial, where a ruler would have no period.
bool is_middle_initial(const Tokens& tokens, std::size_t i) {
  return tokens.single_capital(i) && tokens.is(i + 1, U'.') && tokens.glued(i + 1) && tokens.capitalised(i + 2) &&
         tokens.at(i + 2).spaced;
}

// What people are called or do: "Judge Orlan Pell III", "Orlan J. Pell III", "Orlan Pell III spoke".
bool is_person_by_context(const Tokens& tokens, std::size_t i) {
  static constexpr std::string_view kTitles =
      "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Col Capt Lt Sgt Maj Rev Hon Judge Justice President Senator Representative Governor "
      "General Colonel Captain Major Doctor Professor Reverend Mayor Sheriff Officer Chief Attorney Ambassador Congressman "
      "Coach Councilman Bishop Pastor Sergeant Detective Deacon Rabbi";
  static constexpr std::string_view kVerbs =
      "said says spoke told tells asked added wrote writes testified argued who whose died resigned replied joined married "
      "succeeded served graduated denied pleaded declined agreed announced retired";
  static constexpr std::string_view kPassive = "born elected appointed named sworn survived charged convicted killed arrested";
  const bool two_names = tokens.capitalised(i - 2) && !is_among("The A An In On At Of And For", tokens.str(i - 2));
  if (!two_names) {
    const bool initial = tokens.is(i - 2, U'.') && tokens.single_capital(i - 3) && tokens.capitalised(i - 4);
    const bool title = tokens.is(i - 2, U'.') && is_among(kTitles, tokens.str(i - 3));
    return initial || title;
  }
  const std::size_t before = tokens.is(i - 3, U'.') ? i - 4 : i - 3;
  if (is_among(kTitles, tokens.str(before)) || is_among(kTitles, tokens.str(i - 2))) return true;
  if (is_among("was is", tokens.str(i + 1))) return is_among(kPassive, tokens.str(i + 2));
  return is_among(tokens.is(i + 1, U',') ? "who whose" : kVerbs, tokens.str(tokens.is(i + 1, U',') ? i + 2 : i + 1));
}

bool sovereign_near(const Tokens& tokens, std::size_t i, const English& english) {
  return english.tables.sovereigns.contains(tokens.str(i - 2)) || english.tables.sovereigns.contains(tokens.str(i - 3));
}

// "Chapter", "chapter" and "CHAPTER" stand before numerals; "the part I like" has a pronoun.
bool is_numbered(const Tokens& tokens, std::size_t i, const English& english) {
  const std::string_view noun = tokens.str(i - 1);
  if (noun.empty() || !tokens.is_word(i - 1)) return false;
  std::string title = ascii_lower(noun);
  title.front() = noun.front();
  if (!english.tables.numbered.contains(noun) && !english.tables.numbered.contains(title)) return false;
  if (is_letter_after_noun(tokens, i)) return false;
  if (tokens.is(i, "X") && is_among("Series Model Generation Gen", title)) return false;  // "Xbox Series X"
  if (tokens.str(i).size() == 1 && is_number_word(tokens.str(i + 1))) return false;
  if (tokens.is(i, "I") && tokens.lower(i - 1) && follows_as_subject(tokens, i + 1)) return false;  // "the type I want"
  if (!tokens.is(i, "I") || !tokens.lower(i - 1) || !tokens.lower(i + 1)) return true;
  static constexpr std::string_view kKinds = "type class phase grade stage level category tier";
  static constexpr std::string_view kAfter = "and or of to in";
  return is_among(kKinds, title) || is_among(kAfter, tokens.str(i + 1));
}

// How a numeral of I, V and X is read after the word before it.
Reading reading_of(const Tokens& tokens, std::size_t i, std::uint32_t value, const English& english) {
  const std::string_view before = tokens.str(i - 1);
  const bool single = tokens.str(i).size() == 1;
  if (tokens.is(i + 1, "century") || tokens.is(i + 1, "centuries") || tokens.is(i + 1, "Century") ||
      tokens.is(i + 1, "Corps") || tokens.is(i + 1, "Dynasty") || tokens.is(i + 1, "dynasty") || tokens.is(i + 1, "Olympiad")) {
    return single && tokens.is(i, "I") ? Reading::none : Reading::ordinal;
  }
  if (!tokens.is_word(i - 1) || !tokens.at(i).spaced) return Reading::none;
  if (after_article(tokens, i) && !single && tokens.capitalised(i + 1)) return Reading::ordinal;  // "the XXII Olympic Games"
  if (is_spelled(tokens, i)) return Reading::none;                                                // "Windows X P", spelled
  if (is_numbered(tokens, i, english)) return Reading::cardinal;
  if (!tokens.capitalised(i - 1) || i == 0) return Reading::none;
  if (single && (value > 10 || follows_as_subject(tokens, i + 1))) return Reading::none;
  if (is_middle_initial(tokens, i) && !sovereign_near(tokens, i, english)) return Reading::none;
  if (english.tables.regnal.contains(before) && !(single && value == 10 && !tokens.is_word(i + 1) && i < 2)) {
    return value <= 39 ? Reading::name : Reading::none;
  }
  if (single) return sovereign_near(tokens, i, english) && value != 1 ? Reading::name : Reading::none;
  if (sovereign_near(tokens, i, english)) return Reading::name;
  const bool named = (english.tables.given.contains(tokens.str(i - 2)) || english.tables.given.contains(tokens.str(i - 3))) &&
                     tokens.capitalised(i - 2);
  const bool person = value <= 5 && (named || english.tables.given.contains(before) || is_person_by_context(tokens, i));
  return person ? Reading::name : Reading::cardinal;
}

// "XIVth", "XIXth": a numeral with the ending of an ordinal; "the" before it after a ruler's name.
Hit roman_ordinal(const Tokens& tokens, std::size_t i, const English& english) {
  std::string_view text = tokens.str(i);
  if (text.size() < 3 || !is_ordinal_ending(text.substr(text.size() - 2))) return {};
  text.remove_suffix(2);
  if (text == "I" || text.find_first_not_of("IVXLC") != std::string_view::npos || !tokens.begins_clean(i) ||
      !tokens.ends_clean(i + 1)) {
    return {};
  }
  const std::uint32_t value = roman_value(text);
  if (value == 0) return {};
  const bool ruler = english.tables.regnal.contains(tokens.str(i - 1)) && tokens.at(i).spaced;
  return say(tokens, i, i + 1, (ruler ? "the " : "") + ordinal(value, english.dialect));
}

bool only_small_letters(std::string_view text) { return text.find_first_not_of("IVXivx") == std::string_view::npos; }

}  // namespace

// Roman numerals after names ("Henry the eighth") and nouns ("Chapter four"), and in brackets ("(iv)").
Hit roman_numeral(const Tokens& tokens, std::size_t i, const English& english) {
  if (!tokens.is_word(i) || tokens.at(i).range.size() > 8) return {};
  const std::string_view text = tokens.str(i);
  const char first = text.front();
  if (std::string_view("IVXLCDMivx").find(first) == std::string_view::npos) return {};
  if (Hit hit = roman_ordinal(tokens, i, english)) return hit;
  const std::uint32_t value = roman_value(text);
  if (value == 0 || !tokens.begins_clean(i) || !tokens.ends_clean(i + 1)) return {};
  const bool stop = tokens.is(i + 1, U'.') && tokens.glued(i + 1);
  if (stop && tokens.glued(i + 2) && !tokens.is_mark(i + 2)) return {};
  // "Louis XIV., who", "Charles II.'s": the period of a number as others than English write it.
  const bool others_stop =
      stop && text.size() > 1 &&
      ((tokens.glued(i + 2) && (tokens.is(i + 2, U',') || tokens.is(i + 2, U'\''))) || tokens.lower(i + 2));
  if (first >= 'a') {
    const bool bracketed = tokens.is(i - 1, U'(') && tokens.is(i + 1, U')') && only_small_letters(text) && tokens.glued(i) &&
                           tokens.at(i - 1).spaced;
    const bool page = tokens.is(i - 1, "page") || tokens.is(i - 1, "pages");
    const bool numbered = text.size() > 1 && only_small_letters(text) && tokens.at(i).spaced && is_numbered(tokens, i, english);
    return bracketed || page || numbered ? say(tokens, i, i + 1, cardinal(value, english.dialect)) : Hit();
  }
  const bool after_numbered = is_numbered(tokens, i, english);
  if ((text.size() > 1 || after_numbered) && tokens.is_range_dash(i + 1) && tokens.glued(i + 1)) {
    if (const std::uint32_t second = roman_value(tokens.str(i + 2)); second > value && tokens.capitalised(i + 2)) {
      return say(tokens, i, i + 3, cardinal(value, english.dialect) + " to " + cardinal(second, english.dialect));
    }
  }
  if (!only_small_letters(text) && !after_numbered && !(text.size() > 3 && tokens.capitalised(i - 1) && text.size() <= 8))
    return {};
  const Reading reading = reading_of(tokens, i, value, english);
  if (reading == Reading::none) return {};
  if (reading == Reading::cardinal) return say(tokens, i, i + 1, cardinal(value, english.dialect));
  const std::size_t end = others_stop ? i + 2 : i + 1;
  return say(tokens, i, end, (reading == Reading::name ? "the " : "") + ordinal(value, english.dialect));
}

}  // namespace aloud::english
