#include "language/spoken_form/shared/written_number.h"

namespace aloud::shared_rules {
namespace {

constexpr std::size_t kMostGroups = 12;

// Groups of three digits after `mark`: the token after them, 0 if there are none.
std::size_t marked_groups(const Tokens& tokens, std::size_t i, char32_t mark) {
  std::size_t end = i + 1;
  for (std::size_t groups = 0; groups < kMostGroups; ++groups, end += 2) {
    const bool group = tokens.is(end, mark) && tokens.glued(end) && tokens.digits(end + 1, 3) && tokens.glued(end + 1);
    if (!group) break;
  }
  // "1.234.5" is a version, "555.123.4567" a telephone number.
  const bool more = tokens.is(end, mark) && tokens.glued(end) && tokens.is_number(end + 1) && tokens.glued(end + 1);
  return end > i + 1 && !more ? end : 0;
}

std::size_t spaced_groups(const Tokens& tokens, std::size_t i) {
  std::size_t end = i + 1;
  while (tokens.digits(end, 3) && tokens.at(end).spaced && end - i <= kMostGroups) ++end;
  if (end == i + 1 || tokens.is_number(end)) return 0;
  const bool decimal = tokens.is(end, U',') && tokens.is_number(end + 1);
  const bool more = tokens.glued(end) && !decimal && tokens.is_mark(end) && tokens.is_number(end + 1);
  return more || (tokens.glued(end) && tokens.is_word(end) && end == i + 2) ? 0 : end;
}

// The end of a number with separators between its thousands; 0 if it has none.
std::size_t end_of_groups(const Tokens& tokens, std::size_t i, const Language& language) {
  if (!tokens.digits(i, 1, 3) || tokens.str(i).front() == '0') return 0;
  const bool point_groups = language.decimal_sign == DecimalSign::comma;
  if (const std::size_t end = marked_groups(tokens, i, U'.'); end > i + 3 || (end != 0 && point_groups)) return end;
  if (const std::size_t end = marked_groups(tokens, i, U'\''); end != 0) return end;
  if (const std::size_t end = marked_groups(tokens, i, U','); end != 0) {
    const bool decimal_point = tokens.is(end, U'.') && tokens.glued(end) && tokens.is_number(end + 1);
    if (end > i + 3 || decimal_point || !point_groups) return end;
  }
  return spaced_groups(tokens, i);
}

std::string with_decimals(const WrittenNumber& number, std::string whole, const Language& language) {
  if (number.fraction.empty()) return whole;
  return whole + " " + language.tables.term(number.point ? "point" : "comma") + " " +
         language.grammar.decimals(number.fraction);
}

}  // namespace

WrittenNumber written_number(const Tokens& tokens, std::size_t i, const Language& language) {
  WrittenNumber number;
  if (!tokens.is_number(i)) return number;
  std::size_t end = end_of_groups(tokens, i, language);
  number.grouped = end != 0;
  if (end == 0) end = i + 1;
  number.whole = digits_of(tokens.str(i, end));
  const bool sign =
      (tokens.is(end, U',') || tokens.is(end, U'.')) && tokens.glued(end) && tokens.is_number(end + 1) && tokens.glued(end + 1);
  const bool continues = tokens.glued(i) && tokens.is(i - 1, tokens.at(end).mark) && tokens.is_number(i - 2);
  const bool series = continues || (sign && tokens.at(end + 2).mark == tokens.at(end).mark && tokens.glued(end + 2) &&
                                    tokens.is_number(end + 3) && tokens.glued(end + 3));  // "1,2,3"
  if (sign && !series) {
    number.point = tokens.is(end, U'.');
    number.fraction = tokens.str(end + 1);
    end += 2;
  }
  number.end = end;
  return number;
}

std::string words_of(const WrittenNumber& number, const Language& language) {
  if (number.fraction.empty() && number.has_leading_zero()) return digit_by_digit(number.whole, language);
  return with_decimals(number, language.grammar.cardinal(number.whole), language);
}

std::string words_of(const WrittenNumber& number, Agreement agreement, const Language& language) {
  if (!number.fraction.empty()) return words_of(number, language);
  return language.grammar.counting(number.whole, agreement);
}

Noun noun_of(const std::vector<std::string>& parts) {
  const std::string gender = parts.size() > 2 ? parts[2] : "m";
  return {parts[0], parts.size() > 1 ? parts[1] : parts[0],
          gender == "f"   ? Gender::feminine
          : gender == "n" ? Gender::neuter
                          : Gender::masculine,
          gender != "-"};
}

Magnitude magnitude_at(const Tokens& tokens, std::size_t i, Counted counted, const Language& language) {
  if (!tokens.is_word(i)) return {};
  const bool dot = tokens.is(i + 1, U'.') && tokens.glued(i + 1);
  const std::size_t end = dot && language.tables.magnitudes.find(tokens.str(i, i + 2)) != nullptr ? i + 2 : i + 1;
  const auto* parts = language.tables.magnitudes.find(tokens.str(i, end));
  if (parts == nullptr) return {};
  const bool letter = tokens.str(i).size() == 1 && !dot;
  if (letter && counted != Counted::money) return {};
  if (!tokens.ends_clean(end)) return {};
  // The period that also ends the text stays.
  return {end == i + 2 && end >= tokens.size() ? i + 1 : end, noun_of(*parts)};
}

std::string digit_by_digit(std::string_view digits, const Language& language) {
  std::string words;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    words += (at == 0 ? "" : " ") + language.grammar.cardinal(digits.substr(at, 1));
  }
  return words;
}

std::string designator_digits(std::string_view digits, const Language& language) {
  if (digits.size() > 4 || (digits.size() > 1 && digits.front() == '0')) return digit_by_digit(digits, language);
  return language.grammar.cardinal(digits);
}

}  // namespace aloud::shared_rules
