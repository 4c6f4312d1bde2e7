#include "language/enumerators.h"

#include "language/characters.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

// "12" → "13", "c" → "d"; empty where there is none.
std::string next_label(const std::string& label) {
  if (ascii_digit(label.front())) return std::to_string(std::stoul(label) + 1);
  const char c = label.front();
  return c == 'z' || c == 'Z' ? "" : std::string(1, static_cast<char>(c + 1));
}

std::string read_label(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 3 && ascii_digit(text[digits])) ++digits;
  if (digits > 0) return std::string(text.substr(0, digits));
  const bool letter = !text.empty() && ((text[0] >= 'a' && text[0] <= 'y') || (text[0] >= 'A' && text[0] <= 'Y'));
  return letter ? std::string(1, text[0]) : "";
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

Enumerator read_bullet(std::string_view text) {
  const CodePoint first = code_point_at(text, 0);
  if (!is_bullet(first.value)) return {};
  const std::string bullet(text.substr(0, first.size));
  return {bullet, bullet};
}

}  // namespace

Enumerator read_enumerator(std::string_view text) {
  if (text.empty()) return {};
  if (Enumerator bullet = read_bullet(text); !bullet.empty()) return bullet;
  const std::string head = text.front() == '(' ? "(" : "";
  const std::string label = read_label(text.substr(head.size()));
  if (label.empty()) return {};
  const std::string tail = read_tail(text.substr(head.size() + label.size()));
  if (tail.empty() || (!head.empty() && tail != ")")) return {};
  const std::string all = head + label + tail;
  if (!space_at(text, all.size())) return {};
  // "J. Hall met K. Marsh": a capital and a period are more often an initial.
  const bool initial = label.front() >= 'A' && label.front() <= 'Z' && tail == ".";
  const std::string next = initial ? "" : next_label(label);
  return {all, next.empty() ? "" : head + next + tail};
}

std::size_t find_successor(std::string_view text, const std::string& successor) {
  if (successor.empty()) return std::string_view::npos;
  text = text.substr(0, kLongestItem);
  const bool bullet = is_bullet(code_point_at(successor, 0).value);
  for (std::size_t at = text.find(successor, 1); at != std::string_view::npos; at = text.find(successor, at + 1)) {
    const std::size_t end = at + successor.size();
    const bool spaced =
        is_white_space(code_point_before(text, at).value) && (bullet || (space_at(text, end) && end < text.size()));
    if (spaced) return at;
  }
  return std::string_view::npos;
}

}  // namespace aloud
