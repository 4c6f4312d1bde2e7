#include <string>

#include "language/characters.h"
#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/shared/language.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::shared_rules {
namespace {

bool has_vowel(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (c.value >= 0x80 || std::string_view("AEIOUYaeiouy").find(static_cast<char>(c.value)) != std::string_view::npos)
      return true;
    at += c.size;
  }
  return false;
}

bool is_said_in_letters(const Tokens& tokens, std::size_t i, std::string_view word, const Language& language) {
  if (language.tables.acronyms.contains(word)) return false;
  if (language.tables.spelled.contains(word) || !has_vowel(word)) return true;
  if (language.tables.plain_words.contains(word) || in_headline(tokens, i)) return false;
  return count_code_points(word) <= 3;
}

// Letters beside a digit: short capitals apart ("DCF77"), chemical elements ("NaCl2"), words as they are.
std::string designator_letters(std::string_view word, const Language& language) {
  const bool capitals =
      is_in_capitals(word) && (count_code_points(word) <= 3 || !has_vowel(word)) && !language.tables.acronyms.contains(word);
  const bool element = word.size() == 2 && is_ascii_upper(word[0]) && is_ascii_lower(word[1]);
  return capitals || element || word.size() == 1 ? spelled_letters(word, language) : std::string(word);
}

}  // namespace

std::string spelled_letters(std::string_view letters, const Language& language) {
  std::string words;
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint c = code_point_at(letters, at);
    const std::string letter = ascii_upper(letters.substr(at, c.size));
    const auto* name = language.tables.terms.find("letter " + letter);
    words += (words.empty() ? "" : " ") + (name == nullptr ? letter : name->front());
    at += c.size;
  }
  return words;
}

// Letters and digits in one: "H2O", "CO₂", "MP3", "4K". Letters are spelled, digits said as a short number.
Hit designator(const Tokens& tokens, std::size_t i, const Language& language) {
  constexpr std::size_t kMostParts = 16;
  if (!tokens.begins_clean(i) || !tokens.glued(i + 1)) return {};
  std::string words;
  std::size_t at = i;
  bool letters = false, digits = false;
  for (; (at == i || tokens.glued(at)) && at - i < kMostParts; ++at) {
    std::string part;
    if (tokens.is_word(at)) {
      letters = true;
      part = designator_letters(tokens.str(at), language);
    } else if (tokens.is_number(at)) {
      digits = true;
      part = designator_digits(tokens.str(at), language);
    } else if (const auto subscript = subscript_digit(tokens.at(at).mark); at > i && subscript) {
      digits = true;
      part = language.grammar.cardinal(std::string(1, *subscript));
    } else {
      break;
    }
    words += (words.empty() ? "" : " ") + part;
  }
  return letters && digits ? say(tokens, i, at, std::move(words)) : Hit();
}

Hit numbered_roman(const Tokens& tokens, std::size_t i, const Language& language) {
  if (is_lone_letter(tokens.str(i))) return {};  // "artículo C"
  const auto words = [&](std::size_t at) { return language.grammar.cardinal(std::to_string(roman_value(tokens.str(at)))); };
  const bool range = tokens.is_range_dash(i + 1) && tokens.glued(i + 1) && tokens.glued(i + 2) && tokens.capitalised(i + 2) &&
                     roman_value(tokens.str(i + 2)) > roman_value(tokens.str(i)) && tokens.ends_clean(i + 3);
  if (!range) return say(tokens, i, i + 1, words(i));
  return say(tokens, i, i + 3, words(i) + " " + language.tables.term("to") + " " + words(i + 2));
}

// "EU" letter by letter, "NATO" as a word, "LKWs".
Hit initialism(const Tokens& tokens, std::size_t i, const Language& language) {
  std::string_view word = tokens.str(i);
  if (word.size() < 2 || word.size() > 12 || !tokens.capitalised(i) || !tokens.begins_clean(i)) return {};
  const bool plural = word.size() >= 3 && word.back() == 's' && is_in_capitals(word.substr(0, word.size() - 1));
  if (plural) word.remove_suffix(1);
  if (count_code_points(word) < 2 || !is_in_capitals(word)) return {};
  if (tokens.glued(i + 1) && tokens.is_number(i + 1)) return {};
  if (const std::uint32_t value = roman_value(word);
      value != 0 && !plural && word.find_first_not_of("IVX") == std::string_view::npos) {
    return say(tokens, i, i + 1, language.grammar.cardinal(std::to_string(value)), "roman-numeral");
  }
  if (!is_said_in_letters(tokens, i, word, language)) return {};
  std::string words = spelled_letters(word, language);
  if (const auto* ending = language.tables.terms.find("plural letters"); plural && ending != nullptr) words += ending->front();
  return say(tokens, i, i + 1, std::move(words));
}

}  // namespace aloud::shared_rules
