#include "document/markdown/link.h"

#include <cctype>

#include "document/lines.h"

namespace aloud {
namespace {

constexpr int kMaxParentheses = 32;      // cmark's limit in a bare destination
constexpr std::size_t kMaxLabel = 1000;  // CommonMark's limit

bool is_space(char c) { return is_blank(c) || is_line_end(c) || c == '\v' || c == '\f'; }
bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && std::ispunct(static_cast<unsigned char>(text[at + 1])) != 0;
}

// Blanks and at most one line end.
std::size_t skip_blank_line_blank(std::string_view text, std::size_t at) {
  const auto skip_blanks = [&] {
    while (at < text.size() && is_blank(text[at])) ++at;
  };
  skip_blanks();
  if (at < text.size() && is_line_end(text[at])) {
    at = next_line(text, at);
    skip_blanks();
  }
  return at;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// "[label]" at `at`, no unescaped bracket inside.
std::optional<std::size_t> label_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  for (std::size_t i = at + 1; i < text.size() && i - at <= kMaxLabel + 1; ++i) {
    if (text[i] == ']') return i + 1;
    if (text[i] == '[') return std::nullopt;
    if (is_escape(text, i)) ++i;
  }
  return std::nullopt;
}

std::optional<std::size_t> destination_end(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') {
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      if (text[i] == '>') return i + 1;
      if (is_line_end(text[i]) || text[i] == '<') return std::nullopt;
      if (text[i] == '\\') ++i;
    }
    return std::nullopt;
  }
  int open = 0;
  std::size_t i = at;
  for (; i < text.size() && !is_space(text[i]); ++i) {
    if (is_escape(text, i)) {
      ++i;
    } else if (text[i] == '(') {
      if (++open > kMaxParentheses) return std::nullopt;
    } else if (text[i] == ')') {
      if (open-- == 0) break;
    } else if (std::iscntrl(static_cast<unsigned char>(text[i])) != 0) {
      break;
    }
  }
  return i <= text.size() ? std::optional(i) : std::nullopt;
}

std::optional<std::size_t> title_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char close = text[at] == '(' ? ')' : text[at];
  if (text[at] != '"' && text[at] != '\'' && text[at] != '(') return std::nullopt;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == close) return i + 1;
    if (close == ')' && text[i] == '(') return std::nullopt;
    if (is_escape(text, i)) ++i;
  }
  return std::nullopt;
}

// After "(": destination, title and ")".
std::optional<std::size_t> inline_tail_end(std::string_view text, std::size_t at) {
  const auto destination = destination_end(text, skip_spaces(text, at));
  if (!destination) return std::nullopt;
  std::size_t end = skip_spaces(text, *destination);
  if (end > *destination) {
    if (const auto title = title_end(text, end)) end = skip_spaces(text, *title);
  }
  return end < text.size() && text[end] == ')' ? std::optional(end + 1) : std::nullopt;
}

// The end of the line when nothing but blanks is left of it.
std::optional<std::size_t> blank_rest(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at < text.size() && !is_line_end(text[at])) return std::nullopt;
  return next_line(text, at);
}

}  // namespace

std::size_t link_tail_end(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '(') {
    if (const auto end = inline_tail_end(text, at + 1)) return *end;
  }
  return label_end(text, at).value_or(at);
}

std::optional<std::size_t> reference_definition_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  const auto label = label_end(text, at);
  if (!label || *label >= text.size() || text[*label] != ':') return std::nullopt;
  if (skip_spaces(text, at + 1) + 1 == *label || text[at + 1] == '^') return std::nullopt;
  const std::size_t begin = skip_blank_line_blank(text, *label + 1);
  const auto destination = destination_end(text, begin);
  if (!destination || *destination == begin) return std::nullopt;
  const std::size_t before_title = skip_blank_line_blank(text, *destination);
  if (before_title > *destination) {
    const auto title = title_end(text, before_title);
    const auto end = title ? blank_rest(text, *title) : std::nullopt;
    if (end) return end;
  }
  return blank_rest(text, *destination);
}

}  // namespace aloud
