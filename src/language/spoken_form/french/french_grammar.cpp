#include "language/spoken_form/french/french_grammar.h"

#include <algorithm>

#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/word_list.h"

namespace aloud::shared_rules {
namespace {

constexpr std::string_view kFeminineEndings =
    "tion sion xion aison té ette esse ence ance ure ie ée ade ude elle enne euse trice ère ille aine tié";

enum class Ordinal : unsigned char { none, first_masculine, first_feminine, second_masculine, second_feminine, other };

// What the small letters after a number make of it.
Ordinal ordinal_of(std::string_view suffix) {
  if (is_among("er ers ᵉʳ ier", suffix)) return Ordinal::first_masculine;
  if (is_among("re res ère ères ère ire ʳᵉ", suffix)) return Ordinal::first_feminine;
  if (is_among("nd nds ⁿᵈ d ds ᵈ", suffix)) return Ordinal::second_masculine;
  if (is_among("nde ndes ⁿᵈᵉ de des ᵈᵉ", suffix)) return Ordinal::second_feminine;
  return is_among("e es ème èmes eme emes ième ièmes ᵉ ᵉˢ è", suffix) ? Ordinal::other : Ordinal::none;
}

bool is_many(std::string_view suffix) { return suffix.size() > 1 && suffix.ends_with('s'); }

// The letters of a Roman numeral at the beginning of a word: I, V and X alone, so that "Le" and "Ce" are none.
std::size_t roman_letters(std::string_view word) { return std::min(word.find_first_not_of("IVX"), word.size()); }

std::string suffixed(const FrenchGrammar& grammar, std::string_view digits, Ordinal ordinal, bool many) {
  std::string words;
  if (ordinal == Ordinal::second_masculine) {
    words = "second";
  } else if (ordinal == Ordinal::second_feminine) {
    words = "seconde";
  } else {
    words = grammar.ordinal_words(digits, ordinal == Ordinal::first_feminine ? Gender::feminine : Gender::masculine);
  }
  return words + (many ? "s" : "");
}

}  // namespace

std::optional<Gender> FrenchGrammar::gender_at(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.lower(i) || !tokens.at(i).spaced || language.tables.function_words.contains(tokens.str(i))) return std::nullopt;
  std::string_view noun = tokens.str(i);
  const bool many = tokens.is_number(i - 1) && tokens.str(i - 1) != "1";
  if (many && !noun.ends_with('s') && !noun.ends_with('x')) return std::nullopt;  // "en 1791 une femme"
  if (tables_.feminine.contains(noun)) return Gender::feminine;
  if (tables_.masculine.contains(noun)) return Gender::masculine;
  if (noun.ends_with('s')) noun.remove_suffix(1);
  if (tables_.feminine.contains(noun)) return Gender::feminine;
  if (tables_.masculine.contains(noun)) return Gender::masculine;
  return ends_in_one_of(kFeminineEndings, noun) ? Gender::feminine : Gender::masculine;
}

// "1er", "2e", "XXe", "François Ier".
Hit FrenchGrammar::ordinal(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.begins_clean(i)) return {};
  if (tokens.is_number(i)) {
    std::size_t end = i + 1;
    std::string digits(tokens.str(i));
    while (tokens.digits(end, 3) && tokens.at(end).spaced && end < i + 5) digits += tokens.str(end++);
    if (!tokens.glued(end) || !tokens.is_word(end) || !tokens.ends_clean(end + 1)) return {};
    const Ordinal ordinal = ordinal_of(tokens.str(end));
    if (ordinal == Ordinal::none || digits.size() > 12) return {};
    const bool first = ordinal == Ordinal::first_masculine || ordinal == Ordinal::first_feminine;
    const bool second = ordinal == Ordinal::second_masculine || ordinal == Ordinal::second_feminine;
    if ((first && digits != "1") || (second && digits != "2")) return {};
    return say(tokens, i, end + 1, suffixed(*this, digits, ordinal, is_many(tokens.str(end))));
  }
  const std::string_view word = tokens.str(i);
  const std::size_t letters = roman_letters(word);
  if (letters == 0 || letters == word.size() || letters > 8) return {};
  const std::uint32_t value = roman_value(word.substr(0, letters));
  const Ordinal ordinal = ordinal_of(word.substr(letters));
  if (value == 0 || ordinal == Ordinal::none || !tokens.ends_clean(i + 1)) return {};
  const bool first = ordinal == Ordinal::first_masculine || ordinal == Ordinal::first_feminine;
  if (first != (value == 1) && !(value == 1 && ordinal == Ordinal::other)) return {};
  if (ordinal == Ordinal::second_masculine || ordinal == Ordinal::second_feminine) return {};
  const bool known = letters > 1 || first || language.tables.numbered.contains(tokens.str(i + 1)) || tokens.is_mark(i + 1) ||
                     tokens.is(i + 1, "siècle") || tokens.at(i).spaced;
  if (!known) return {};
  return say(tokens, i, i + 1, suffixed(*this, std::to_string(value), ordinal, is_many(word.substr(letters))));
}

// "Louis XIV", "chapitre V": cardinals. "Napoléon I" is the first.
Hit FrenchGrammar::roman(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (!tokens.capitalised(i) || tokens.at(i).range.size() > 8 || !tokens.begins_clean(i) || !tokens.ends_clean(i + 1))
    return {};
  if (is_spelled(tokens, i)) return {};
  const std::uint32_t value = roman_value(tokens.str(i));
  if (value == 0) return {};
  const std::string_view before = tokens.str(i - 1);
  const bool regnal = tables_.is_regnal(before);
  if (!regnal && !language.tables.numbered.contains(before)) return {};
  if (regnal && (value > 30 || tokens.str(i).find_first_of("LCDM") != std::string_view::npos)) return {};
  if (regnal && value == 1) {
    if (tokens.is(i + 1, U'.') && tokens.glued(i + 1)) return {};
    return say(tokens, i, i + 1,
               ordinal_words("1", language.tables.regnal_feminine.contains(before) ? Gender::feminine : Gender::masculine));
  }
  return regnal ? say(tokens, i, i + 1, cardinal(std::to_string(value))) : numbered_roman(tokens, i, language);
}

// "2½ h"; "24 h/24", "7j/7".
Hit FrenchGrammar::special(const Tokens& tokens, std::size_t i, const Language& language) const {
  if (tokens.digits(i, 1, 3) && tokens.begins_clean(i) && tokens.at(i).spaced) {
    if (Hit hit = and_a_half(tokens, i, " et demi", " et demie", language)) return hit;
  }
  const bool hours = tokens.is(i + 1, "h"), days = tokens.is(i + 1, "j");
  if (!tokens.digits(i, 1, 2) || (!hours && !days) || !tokens.begins_clean(i)) return {};
  if (!tokens.is(i + 2, U'/') || !tokens.digits(i + 3, 1, 2) || !tokens.ends_clean(i + 4)) return {};
  return say(tokens, i, i + 4, cardinal(tokens.str(i)) + (hours ? " heures sur " : " jours sur ") + cardinal(tokens.str(i + 3)),
             "measure");
}

}  // namespace aloud::shared_rules
