#include <array>
#include <string>

#include "language/characters.h"
#include "language/spoken_form/roman_value.h"
#include "language/spoken_form/shared/language.h"
#include "util/utf8.h"

namespace aloud::shared_rules {
namespace {

constexpr std::size_t kLongestPhrase = 9;  // tokens

// Nothing but closing marks follow in the text.
bool ends_text(const Tokens& tokens, std::size_t i) {
  for (std::size_t left = 4; left > 0 && tokens.at(i).kind == TokenKind::mark && is_closing(tokens.at(i).mark); --left) ++i;
  return i >= tokens.size();
}

// "5", "XIX", and "XIXe", "5e" of French.
bool is_numeral(const Tokens& tokens, std::size_t i) {
  if (tokens.is_number(i) || (tokens.is(i, "e") && tokens.is_number(i - 1))) return true;
  std::string_view word = tokens.str(i);
  if (word.size() > 1 && word.ends_with('e')) word.remove_suffix(1);
  return roman_value(word) != 0;
}

// "EE", "UU": the plural of an initial in Spanish.
bool is_doubled(const Tokens& tokens, std::size_t i) {
  return tokens.capitalised(i) && tokens.str(i).size() == 2 && tokens.str(i)[0] == tokens.str(i)[1];
}

// The condition in a table's second column.
bool holds(std::string_view condition, const Tokens& tokens, std::size_t i, std::size_t end) {
  if (condition.empty()) return true;
  if (condition == "number") return tokens.is_number(end) || roman_value(tokens.str(end)) != 0;
  if (condition == "name") return tokens.capitalised(end);
  if (condition == "after-number") return is_numeral(tokens, i - 1);
  if (condition == "person")
    return tokens.capitalised(end) || tokens.is(end, "et") || tokens.is(end, "le") || tokens.is(end, "und") ||
           tokens.is(end, "y");
  if (condition == "beside-number") return tokens.is_number(i - 1) || tokens.is_number(end);
  if (condition == "date") return tokens.is_number(end) || tokens.is(end, U',') || tokens.is_range_dash(end);
  if (condition == "comma") return tokens.is(end, U',');
  if (condition == "inner") return !ends_text(tokens, end);
  return false;
}

// "R.A.T.P.": letters with periods between, said without pauses; the period that ends the text stays.
Hit dotted_letters(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.at(i).spaced && !is_opening(tokens.at(i - 1).mark) && !tokens.is(i - 1, U'\'')) return {};
  std::string letters;
  std::size_t end = i;
  while (tokens.single_capital(end) && tokens.is(end + 1, U'.') && tokens.glued(end + 1) && (end == i || tokens.glued(end)) &&
         letters.size() < 12) {
    letters += tokens.str(end);
    end += 2;
  }
  if (letters.size() < 2 || !tokens.ends_clean(end)) return {};
  return say(tokens, i, ends_text(tokens, end) ? end - 1 : end, spelled_letters(letters, language), "dotted-letters");
}

}  // namespace

// Abbreviations of the table, the longest that fits; white space after their inner periods does not matter.
Hit phrase(const Tokens& tokens, std::size_t i, const Language& language) {
  if (tokens.is_number(i) || !(tokens.at(i).spaced || tokens.is_mark(i - 1))) return {};
  if (tokens.glued(i) && (tokens.is(i - 1, U'.') || tokens.is(i - 1, U'@') || tokens.is(i - 1, U'#'))) return {};
  if (tokens.at(i).range.size() > 12) return {};
  std::array<std::size_t, kLongestPhrase + 1> size_at{};  // of the key, for each number of tokens
  std::string key;
  std::size_t count = 0;
  while (count < kLongestPhrase && i + count < tokens.size()) {
    const std::size_t at = i + count;
    const bool goes_on = count == 0 || tokens.glued(at) || (tokens.is(at - 1, U'.') && tokens.is_word(at)) ||
                         (is_doubled(tokens, at - 1) && is_doubled(tokens, at));
    if (!goes_on) break;
    key += tokens.str(at);
    size_at[++count] = key.size();
  }
  for (; count > 0; --count) {
    const std::size_t end = i + count;
    if (size_at[count] > 16 || !(tokens.ends_clean(end) || tokens.is_mark(end - 1))) continue;
    const auto* entry = language.tables.abbreviations.find(std::string_view(key).substr(0, size_at[count]));
    if (entry == nullptr) continue;
    // Readings and their conditions in turn.
    std::size_t reading = 0;
    while (reading + 1 < entry->size() && !holds((*entry)[reading + 1], tokens, i, end)) reading += 2;
    if (reading >= entry->size()) continue;
    // The period that also ends the sentence stays.
    const bool last = tokens.is(end - 1, U'.') && count > 1 && ends_text(tokens, end);
    return say(tokens, i, last ? end - 1 : end, (*entry)[reading]);
  }
  return {};
}

// "J. R. Müller": an initial's period is no pause.
Hit initial(const Tokens& tokens, std::size_t i, const Language& language) {
  if (Hit hit = dotted_letters(tokens, i, language)) return hit;
  const bool letter = tokens.capitalised(i) && count_code_points(tokens.str(i)) == 1;
  if (!letter || !tokens.begins_clean(i) || !tokens.is(i + 1, U'.') || !tokens.glued(i + 1)) return {};
  if (tokens.single_capital(i - 1)) return {};                        // the end of "S P D."
  const bool hyphen = tokens.is(i + 2, U'-') && tokens.glued(i + 2);  // "J.-P. Dupont"
  if (!hyphen && !tokens.capitalised(i + 2)) return {};
  return say(tokens, i, hyphen ? i + 3 : i + 2, spelled_letters(tokens.str(i), language));
}

}  // namespace aloud::shared_rules
