#include "language/sentences/enumerators.h"

#include <algorithm>
#include <array>

#include "language/characters.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::array<std::string_view, 20> kRomans = {"i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
                                                      "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};

// "12" → "13", "c" → "d", "ii" → "iii"; both readings of "i", "v" and "x".
std::vector<std::string> next_labels(const std::string& label) {
  if (is_ascii_digit(label.front())) return {std::to_string(std::stoul(label) + 1)};
  std::vector<std::string> next;
  const auto* const roman = std::find(kRomans.begin(), kRomans.end(), label);
  if (roman != kRomans.end() && roman + 1 != kRomans.end()) next.emplace_back(roman[1]);
  const char c = label.front();
  if (label.size() == 1 && c != 'z' && c != 'Z') next.emplace_back(1, static_cast<char>(c + 1));
  return next;
}

// "II" for "ii": Roman numerals in capitals, as outlines have them.
std::string small_roman(std::string_view label) {
  const std::string small = ascii_lower(label);
  return is_ascii_capitals(label) && std::find(kRomans.begin(), kRomans.end(), small) != kRomans.end() ? small : "";
}

// Digits, a letter, or a Roman numeral.
std::string read_label(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 3 && is_ascii_digit(text[digits])) ++digits;
  if (digits > 0) return std::string(text.substr(0, digits));
  std::size_t letters = 0;
  while (letters < text.size() && letters < 6 && is_ascii_letter(text[letters])) ++letters;
  const std::string_view label = text.substr(0, letters);
  const bool roman = std::find(kRomans.begin(), kRomans.end(), label) != kRomans.end() || !small_roman(label).empty();
  return letters == 1 || roman ? std::string(label) : "";
}

std::string read_tail(std::string_view text) {
  for (const std::string_view tail : {".)", ".", ")"}) {
    if (text.starts_with(tail)) return std::string(tail);
  }
  return "";
}

bool space_at(std::string_view text, std::size_t at) {
  return at >= text.size() || is_white_space(code_point_at(text, at).value);
}

// A bullet, with the number after it, if there is one: "•", "• 9.".
Enumerator read_bullet(std::string_view text) {
  const CodePoint first = code_point_at(text, 0);
  if (!is_bullet(first.value)) return {};
  const std::string bullet(text.substr(0, first.size));
  const std::size_t next = skip_white_space(text, first.size);
  const bool numbered = next < text.size() && is_ascii_digit(text[next]);
  const Enumerator number = numbered ? read_enumerator(text.substr(next)) : Enumerator{};
  return {std::string(text.substr(0, number.empty() ? first.size : next + number.text.size())), {bullet}};
}

// The first place after `at` where `successor` stands between white space and something else; npos if nowhere.
std::size_t find_item(std::string_view text, const std::string& successor, bool bullet) {
  for (std::size_t at = text.find(successor, 1); at != std::string_view::npos; at = text.find(successor, at + 1)) {
    const std::size_t end = at + successor.size();
    const bool spaced = is_white_space(code_point_before(text, at).value);
    if (spaced && (bullet || (space_at(text, end) && end < text.size()))) return at;
  }
  return std::string_view::npos;
}

}  // namespace

Enumerator read_enumerator(std::string_view text) {
  if (text.empty()) return {};
  if (Enumerator bullet = read_bullet(text); !bullet.empty()) return bullet;
  const std::string head = text.front() == '(' ? "(" : "";
  const std::string label = read_label(text.substr(head.size()));
  if (label.empty()) return {};
  const std::string tail = read_tail(text.substr(head.size() + label.size()));
  const bool roman = label.size() > 1 && is_ascii_lower(label.front());
  if (tail.empty() || (!head.empty() && tail != ")") || (roman && tail == ".")) return {};
  Enumerator item{head + label + tail, {}};
  if (!space_at(text, item.text.size())) return {};
  // "J. Hall met K. Marsh": a capital and a period are more often an initial.
  const bool initial = is_ascii_upper(label.front()) && tail == ".";
  if (initial) {
    const std::string small = small_roman(label);  // "I. Introduction II. Methods"
    const auto* const found = std::find(kRomans.begin(), kRomans.end(), small);
    const bool next = !small.empty() && found != kRomans.end() && found + 1 != kRomans.end();
    if (next && found[1].size() > 1) item.successors.push_back(head + ascii_upper(found[1]) + tail);
    return item;
  }
  for (const std::string& next : next_labels(label)) item.successors.push_back(head + next + tail);
  return item;
}

bool is_first_item(const Enumerator& item) {
  std::string_view label = item.text;
  if (label.starts_with('(')) label.remove_prefix(1);
  const std::size_t end = std::min(label.find_first_of(".)"), label.size());
  label = label.substr(0, end);
  return label == "1" || label == "a" || label == "A" || label == "i" || label == "I";
}

std::size_t find_successor(std::string_view text, const Enumerator& item) {
  text = text.substr(0, kLongestItem);
  std::size_t first = std::string_view::npos;
  for (const std::string& successor : item.successors) {
    first = std::min(first, find_item(text, successor, is_bullet(code_point_at(successor, 0).value)));
  }
  return first;
}

}  // namespace aloud
