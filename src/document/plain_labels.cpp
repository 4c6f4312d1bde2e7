#include "document/plain_labels.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "document/lines.h"
#include "document/plain_markers.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// The letter or small Roman numeral of "a. " and "ii. "; empty for other lines.
std::string_view dotted_label(std::string_view line) {
  constexpr std::size_t kLongest = 5;  // letters: "xviii"
  const std::size_t dot = line.substr(0, kLongest + 1).find('.');
  if (dot == kNone || dot == 0 || dot + 1 >= line.size() || !is_blank(line[dot + 1])) return {};
  const std::string_view label = line.substr(0, dot);
  const bool letters = label.size() == 1 ? is_ascii_lower(label[0]) : label.find_first_not_of("ivx") == kNone;
  return letters ? label : std::string_view();
}

// What follows a label of the same kind.
std::vector<std::string> next_labels(std::string_view label) {
  static constexpr auto kRoman = std::to_array<std::string_view>(
      {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"});
  std::vector<std::string> next;
  if (label.size() == 1) next.emplace_back(1, static_cast<char>(label[0] + 1));
  const auto* const found = std::find(kRoman.begin(), kRoman.end(), label);
  if (found != kRoman.end() && found + 1 != kRoman.end()) next.emplace_back(found[1]);
  return next;
}

// The part before the first dot of "2.1 Three" or "2.1.3. Three"; empty for other lines.
std::string_view decimal_chapter(std::string_view line) {
  std::size_t at = 0, parts = 0;
  for (;;) {
    std::size_t digits = 0;
    for (; at < line.size() && is_ascii_digit(line[at]); ++at) ++digits;
    if (digits == 0 || digits > 2) break;
    ++parts;
    if (at >= line.size() || line[at] != '.') break;
    ++at;
  }
  if (parts < 2 || at >= line.size() || !is_blank(line[at])) return {};
  const std::size_t word = line.find_first_not_of(" \t", at);
  if (word == kNone || u_isupper(static_cast<UChar32>(code_point_at(line, word).value)) == 0) return {};
  return line.substr(0, line.find('.'));
}

}  // namespace

bool is_field(std::string_view line) {
  constexpr std::size_t kLongest = 28;  // bytes of a name
  const std::size_t colon = line.substr(0, kLongest).find(':');
  if (colon == kNone || colon < 2 || (colon + 1 < line.size() && !is_blank(line[colon + 1]))) return false;
  const std::string_view name = line.substr(0, colon);
  if (u_isupper(static_cast<UChar32>(code_point_at(name, 0).value)) == 0) return false;
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_letter(c) || c == ' ' || c == '-' || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
  return plain && std::count(name.begin(), name.end(), ' ') < 3;
}

bool are_fields(const std::vector<std::string_view>& lines, const std::vector<bool>& indented) {
  std::size_t fields = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool field = is_field(lines[i]);
    if (!field && (i == 0 || !indented[i])) return false;
    fields += field ? 1U : 0U;
  }
  return fields >= 2;
}

std::vector<bool> item_beginnings(const std::vector<std::string_view>& lines) {
  std::set<std::string, std::less<>> labels;
  std::size_t decimals = 0;
  for (const std::string_view line : lines) {
    labels.emplace(dotted_label(line));
    decimals += decimal_chapter(line).empty() ? 0U : 1U;
  }
  const auto in_sequence = [&](std::string_view label) {
    if (label.empty()) return false;
    if (label == "i" || label == "a") {
      const std::vector<std::string> next = next_labels(label);
      return std::any_of(next.begin(), next.end(), [&](const std::string& one) { return labels.contains(one); });
    }
    return labels.contains(std::string_view("i")) || labels.contains(std::string_view("a"));
  };
  const std::string_view first = lines.empty() ? std::string_view() : lines.front();
  std::vector<bool> begins;
  for (const std::string_view line : lines) {
    const std::string_view chapter = decimal_chapter(line);
    const bool numbered = !chapter.empty() && (decimals >= 2 || first.starts_with(std::string(chapter) + ". "));
    begins.push_back(is_labelled(line) || numbered || in_sequence(dotted_label(line)));
  }
  return begins;
}

int roman_heading(std::string_view line) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> kParts{
      {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}}};
  constexpr std::size_t kMost = 3;  // times that a letter stands
  if (line.ends_with('.')) line.remove_suffix(1);
  int value = 0;
  for (const auto& [letters, worth] : kParts) {
    for (std::size_t times = 0; times < (letters.size() == 1 && letters != "V" && letters != "L" ? kMost : 1); ++times) {
      if (!line.starts_with(letters)) break;
      line.remove_prefix(letters.size());
      value += worth;
    }
  }
  return line.empty() ? value : 0;
}

std::set<std::string_view> noted_numbers(std::string_view text) {
  constexpr std::size_t kLongest = 3;  // digits
  std::set<std::string_view> numbers;
  for (std::size_t at = text.find('['); at != kNone; at = text.find('[', at + 1)) {
    if (at == 0 || is_line_end(text[at - 1])) continue;
    const std::string_view rest = text.substr(at + 1, kLongest + 1);
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits > 0 && digits < rest.size() && rest[digits] == ']') numbers.insert(rest.substr(0, digits));
  }
  return numbers;
}

std::size_t note_label_end(std::string_view line) {
  constexpr std::size_t kLongest = 5;  // "[123]"
  const std::size_t close = line.substr(0, kLongest).find(']');
  if (!line.starts_with('[') || close == kNone || close < 2 || close + 1 >= line.size() || !is_blank(line[close + 1])) return 0;
  const std::string_view number = line.substr(1, close - 1);
  return number.find_first_not_of("0123456789") == kNone && number[0] != '0' ? close + 1 : 0;
}

}  // namespace aloud
