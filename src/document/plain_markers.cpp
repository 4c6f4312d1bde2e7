#include "document/plain_markers.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "document/lines.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool is_small(char32_t value) { return u_islower(static_cast<UChar32>(value)) != 0; }
bool is_digit(char32_t value) { return u_isdigit(static_cast<UChar32>(value)) != 0; }

// Words that take up the second half of what a hyphen leaves open: "Haus- und Gartentür", "two- or threefold".
bool joins_halves(std::string_view line) {
  static constexpr std::array<std::string_view, 14> kWords{"und", "oder", "bzw.", "and", "or", "to", "et",
                                                           "ou",  "y",    "o",    "e",   "en", "of", "och"};
  const std::string_view word = line.substr(0, line.find_first_of(" \t,;"));
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// "5. března 2021", "12. März 1848": a day, whose stop makes it an ordinal in many languages; `rest` is what follows the stop.
bool is_date(int day, std::string_view rest) {
  constexpr int kLongestMonth = 31;
  constexpr std::size_t kYearDigits = 4;
  if (day < 1 || day > kLongestMonth) return false;
  const std::string_view month_on = rest.substr(std::min(rest.find_first_not_of(' '), rest.size()));
  const std::size_t month_end = month_on.find(' ');
  if (month_end == std::string_view::npos || month_on.substr(0, month_end).find_first_of("0123456789,.:;") != month_on.npos)
    return false;
  const std::string_view year = month_on.substr(month_end + 1);
  const std::size_t digits = std::min(year.find_first_not_of("0123456789"), year.size());
  return digits == kYearDigits && (year.front() == '1' || year.front() == '2');
}

}  // namespace

bool hyphen_joins(std::string_view line, std::string_view next) {
  for (const std::string_view hyphen : {"-", "\xE2\x80\x90"}) {
    if (!line.ends_with(hyphen) || line.size() == hyphen.size() || next.empty()) continue;
    const char32_t before = code_point_before(line, line.size() - hyphen.size()).value;
    const char32_t after = code_point_at(next, 0).value;
    if (is_digit(before)) return is_digit(after);
    return is_alphanumeric(before) && is_small(after) && !joins_halves(next);
  }
  return false;
}

// "- ", "* ", "• ", "1. " or "1) " at the start of a line.
std::optional<ListMarker> list_marker(std::string_view text, const PlainLine& line) {
  const std::string_view rest = text.substr(line.text.begin, line.text.size());
  const std::size_t begin = line.text.begin;
  if (rest.size() > 3 && rest.starts_with("o  ") && line.indented)
    return ListMarker{{begin, begin + 1}, std::nullopt};  // an RFC's
  for (const std::string_view bullet :
       {"-", "*", "+", "\xE2\x80\xA2", "\xE2\x80\xA3", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x97\x8F"}) {
    if (rest.starts_with(bullet) && rest.size() > bullet.size() && is_blank(rest[bullet.size()])) {
      return ListMarker{{begin, begin + bullet.size()}, std::nullopt};
    }
  }
  int ordinal = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + std::min<std::size_t>(rest.size(), 9), ordinal);
  const auto digits = static_cast<std::size_t>(end - rest.data());
  if (error != std::errc() || rest.front() == '-' || digits + 1 >= rest.size()) return std::nullopt;
  if ((rest[digits] != '.' && rest[digits] != ')') || !is_blank(rest[digits + 1])) return std::nullopt;
  if (rest[digits] == '.' && is_date(ordinal, rest.substr(digits + 1))) return std::nullopt;
  return ListMarker{{begin, begin + digits + 1}, ordinal};
}

// "(a) ", "iv) ", "(2) ": what a reader says with the item, so it stays in its text.
bool is_labelled(std::string_view line) {
  constexpr std::size_t kLongestLabel = 4;  // letters or digits: "viii"
  std::string_view rest = line;
  const bool open = rest.starts_with('(');
  if (open) rest.remove_prefix(1);
  const std::size_t close = rest.find(')');
  if (close == 0 || close > kLongestLabel || close + 1 >= rest.size() || !is_blank(rest[close + 1])) return false;
  const std::string_view label = rest.substr(0, close);
  const bool letter = label.size() == 1 && ((label[0] | 0x20) >= 'a' && (label[0] | 0x20) <= 'z');
  const bool roman =
      label.find_first_not_of("ivx") == std::string_view::npos || label.find_first_not_of("IVX") == std::string_view::npos;
  const bool number = open && label.find_first_not_of("0123456789") == std::string_view::npos;
  return letter || roman || number;
}

bool ends_in_punctuation(std::string_view line) {
  for (const std::string_view dash : {"\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\xA6"}) {
    if (line.ends_with(dash)) return true;
  }
  return std::string_view(".,;:!?-\"'").find(line.back()) != std::string_view::npos;
}

}  // namespace aloud
