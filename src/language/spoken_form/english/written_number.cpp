#include "language/spoken_form/english/written_number.h"

#include <array>

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud::english {
namespace {

// "1 000 000" and "20 000", but not "1990 300" or "5 300".
std::size_t spaced_groups(const Tokens& tokens, std::size_t i) {
  if (!tokens.digits(i, 1, 3)) return 0;
  std::size_t end = i + 1;
  while (tokens.digits(end, 3) && tokens.at(end).spaced) ++end;
  const std::size_t groups = end - i - 1;
  if (groups == 0 || tokens.glued(end)) {
    const bool closes = groups > 0 && tokens.is_mark(end) && !tokens.is_number(end + 1);
    if (!closes) return 0;
  }
  if (groups == 1 && tokens.str(i + 1) != "000") return 0;
  return groups <= 8 ? end : 0;
}

std::size_t comma_groups(const Tokens& tokens, std::size_t i) {
  if (!tokens.digits(i, 1, 3)) return 0;
  std::size_t end = i + 1;
  while (tokens.is(end, U'.') && tokens.str(end + 1) == "000" && tokens.glued(end) && tokens.glued(end + 1)) end += 2;
  if (end > i + 3) return end;  // "1.000.000"
  const auto group = [&](std::size_t at, std::size_t digits) {
    return tokens.is(at, U',') && tokens.glued(at) && tokens.digits(at + 1, digits, digits) && tokens.glued(at + 1);
  };
  end = i + 1;
  while (group(end, 2)) end += 2;  // "1,00,000"
  if (end > i + 1) return group(end, 3) && !group(end + 2, 2) && !group(end + 2, 3) ? end + 2 : 0;
  while (group(end, 3)) end += 2;
  return end > i + 1 ? end : 0;
}

bool is_money_sign(const Tokens& tokens, std::size_t i) {
  return tokens.is(i, U'€') || tokens.is(i, U'£') || tokens.is(i, U'$') || tokens.is(i, "EUR");
}

// "1.234,56" and, beside money, "12,50", as others than English write: the token of the decimals, else 0.
std::size_t comma_decimals(const Tokens& tokens, std::size_t i, std::string& whole) {
  if (!tokens.digits(i, 1, 3)) return 0;
  std::size_t end = i + 1;
  while (tokens.is(end, U'.') && tokens.glued(end) && tokens.digits(end + 1, 3) && tokens.glued(end + 1)) end += 2;
  const bool decimals = tokens.is(end, U',') && tokens.glued(end) && tokens.digits(end + 1, 2) && tokens.glued(end + 1) &&
                        !(tokens.is(end + 2, U',') && tokens.is_number(end + 3) && tokens.glued(end + 3));
  if (!decimals || (end == i + 1 && !is_money_sign(tokens, i - 1) && !is_money_sign(tokens, end + 2))) return 0;
  whole = digits_of(tokens.str(i, end));
  return end + 1;
}

// ".5" at the beginning of a number: after a space or a sign that may stand before one.
bool leads_with_point(const Tokens& tokens, std::size_t i) {
  static constexpr std::u32string_view kSigns = U"$€£¥₹-−+±(<>=≤≥~";
  return tokens.is(i, U'.') &&
         (tokens.at(i).spaced || (tokens.is_mark(i - 1) && kSigns.find(tokens.at(i - 1).mark) != std::u32string_view::npos));
}

}  // namespace

std::string words_of(const WrittenNumber& number, Dialect dialect) {
  if (!number.fraction.empty()) return decimal(number.whole, number.fraction, dialect);
  return number.has_leading_zero() ? digit_by_digit(number.whole) : cardinal(number.whole, dialect);
}

WrittenNumber written_number(const Tokens& tokens, std::size_t i) {
  WrittenNumber number;
  std::size_t end = i;
  if (const std::size_t decimals = comma_decimals(tokens, i, number.whole); decimals != 0) {
    number.grouped = true;
    number.fraction = tokens.str(decimals);
    number.end = decimals + 1;
    return number;
  }
  if (tokens.is_number(i)) {
    end = comma_groups(tokens, i);
    if (end == 0) end = spaced_groups(tokens, i);
    number.grouped = end != 0;
    if (end == 0) end = i + 1;
    number.whole = digits_of(tokens.str(i, end));
  } else if (!leads_with_point(tokens, i)) {
    return number;
  }
  const bool point = (tokens.is(end, U'.') || tokens.is(end, U'·')) && (end == i || tokens.glued(end));
  if (point && tokens.is_number(end + 1) && tokens.glued(end + 1)) {
    number.fraction = tokens.str(end + 1);
    end += 2;
  }
  if (end > i) number.end = end;
  return number;
}

std::optional<Magnitude> magnitude_at(const Tokens& tokens, std::size_t i, Counted counted) {
  struct Entry {
    std::string_view written, words;
    bool always;  // else only for money
  };
  static constexpr std::array<Entry, 24> kEntries = {{{"million", "million", true},   {"billion", "billion", true},
                                                      {"trillion", "trillion", true}, {"thousand", "thousand", true},
                                                      {"hundred", "hundred", true},   {"Million", "million", true},
                                                      {"Billion", "billion", true},   {"quadrillion", "quadrillion", true},
                                                      {"lakh", "lakh", true},         {"crore", "crore", true},
                                                      {"dozen", "dozen", true},       {"bn", "billion", true},
                                                      {"mn", "million", true},        {"tn", "trillion", true},
                                                      {"trn", "trillion", true},      {"mil", "million", false},
                                                      {"m", "million", false},        {"M", "million", false},
                                                      {"B", "billion", false},        {"b", "billion", false},
                                                      {"K", "thousand", false},       {"k", "thousand", false},
                                                      {"T", "trillion", false},       {"MM", "million", false}}};
  if (!tokens.is_word(i)) return std::nullopt;
  const std::string_view word = tokens.str(i);
  for (const Entry& entry : kEntries) {
    if (entry.written != word) continue;
    const bool short_form = entry.written.size() <= 3;
    if (short_form && !entry.always && counted == Counted::other) continue;
    if (short_form && !entry.always && tokens.at(i).spaced && !tokens.ends_chunk(i + 1)) continue;
    if (!tokens.ends_clean(i + 1)) continue;
    return Magnitude{i + 1, entry.words};
  }
  return std::nullopt;
}

std::string spelled_letters(std::string_view letters) {
  std::string words;
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint c = code_point_at(letters, at);
    words += (words.empty() ? "" : " ") + ascii_upper(letters.substr(at, c.size));
    at += c.size;
  }
  return words;
}

std::string spelled_characters(std::string_view characters) {
  std::string words;
  for (std::size_t at = 0; at < characters.size(); at += code_point_at(characters, at).size) {
    const std::string_view one = characters.substr(at, code_point_at(characters, at).size);
    words += (words.empty() ? "" : " ") + (is_ascii_digit(one.front()) ? digit_by_digit(one) : spelled_letters(one));
  }
  return words;
}

std::string designator_digits(std::string_view digits, Dialect dialect) {
  if (digits.size() > 4 || (digits.size() > 1 && digits.front() == '0')) return digit_by_digit(digits);
  const std::uint32_t value = value_of(digits);
  if (digits.size() <= 2 || value % 1000 == 0) return cardinal(value, dialect);
  if (value % 100 == 0) return cardinal(value / 100, dialect) + " hundred";
  return cardinal(value / 100, dialect) + " " + second_pair(value % 100);
}

}  // namespace aloud::english
