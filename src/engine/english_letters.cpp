#include "engine/english_letters.h"

#include <algorithm>
#include <array>

#include "util/ascii.h"

namespace aloud {
namespace {

bool is_word_byte(char c) { return is_ascii_letter(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80; }
bool joins(char c) { return is_word_byte(c) || is_ascii_digit(c) || c == '-'; }

// The word that begins (or ends) beside a single space or hyphen at `gap`; empty if something else stands there.
std::string_view word_after(std::string_view text, std::size_t gap) {
  if (gap >= text.size() || (text[gap] != ' ' && text[gap] != '-')) return {};
  std::size_t end = gap + 1;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return text.substr(gap + 1, end - gap - 1);
}

std::string_view word_before(std::string_view text, std::size_t end) {
  if (end == 0 || (text[end - 1] != ' ' && text[end - 1] != '-')) return {};
  std::size_t begin = --end;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

bool is_letter_name(std::string_view word) { return word.size() == 1 && is_ascii_upper(word.front()); }

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// No article stands before these.
bool is_no_noun(std::string_view word) {
  static constexpr std::array<std::string_view, 20> kWords = {"is",  "was", "and",    "or",   "to", "has", "with",
                                                              "in",  "for", "of",     "from", "by", "on",  "at",
                                                              "are", "as",  "equals", "plus", "oh", "zero"};
  return is_one_of(word, kWords);
}

bool is_number(std::string_view word) {
  static constexpr std::array<std::string_view, 27> kWords = {
      "one",      "two",    "three",  "four",     "five",     "six",     "seven",   "eight",     "nine",
      "ten",      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen", "twenty", "thirty", "forty",    "fifty",    "sixty",   "seventy", "eighty",    "ninety"};
  return is_one_of(word, kWords);
}

// Names come after these, so that a capital "A" is one even in a title: "Hepatitis A Virus".
bool is_before_letter(std::string_view word) {
  static constexpr std::array<std::string_view, 16> kWords = {"an",       "the",     "The",   "Vitamin", "vitamin", "Hepatitis",
                                                              "Type",     "Group",   "Grade", "Plan",    "Serie",   "Schedule",
                                                              "Appendix", "Section", "Class", "Team"};
  return is_one_of(word, kWords);
}

// Whether the "A" at `at` is the letter and no article.
bool is_letter(std::string_view text, std::size_t at) {
  const std::string_view before = word_before(text, at), after = word_after(text, at + 1);
  if (is_letter_name(before) || is_letter_name(after)) return true;
  if (is_no_noun(after)) return true;
  if (before.empty()) return is_number(after) && is_number(word_after(text, at + 2 + after.size()));
  return is_before_letter(before) || after.empty() || !is_ascii_upper(after.front());
}

}  // namespace

std::vector<std::size_t> spoken_letters(std::string_view text) {
  std::vector<std::size_t> letters;
  for (std::size_t at = text.find('A'); at < text.size(); at = text.find('A', at + 1)) {
    const bool lone = (at == 0 || !joins(text[at - 1]) || text[at - 1] == '-') &&
                      (at + 1 == text.size() || !joins(text[at + 1]) || text[at + 1] == '-');
    if (lone && is_letter(text, at)) letters.push_back(at);
  }
  return letters;
}

}  // namespace aloud
