#include "language/formulas/tex_cursor.h"

#include <algorithm>

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {

void TexCursor::skip_space() {
  while (!at_end()) {
    const char c = peek();
    if (c == '%') {
      at_ = std::min(source_.find('\n', at_), source_.size());
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '~') {
      ++at_;
    } else if (c == '\\' && peek(1) == '\n') {
      at_ += 2;
    } else {
      return;
    }
  }
}

bool TexCursor::take(char wanted) {
  if (peek() != wanted || at_end()) return false;
  ++at_;
  return true;
}

std::string_view TexCursor::command_name() const {
  const std::size_t begin = at_ + 1;
  std::size_t end = begin;
  while (end < source_.size() && is_ascii_letter(source_[end])) ++end;
  if (end == begin)
    return end < source_.size() ? source_.substr(begin, code_point_at(source_, begin).size) : std::string_view();
  if (end < source_.size() && source_[end] == '*') ++end;
  return source_.substr(begin, end - begin);
}

std::string_view TexCursor::character() const { return source_.substr(at_, code_point_at(source_, at_).size); }

std::string_view TexCursor::number() const {
  std::size_t end = at_;
  const auto digit_at = [&](std::size_t at) { return at < source_.size() && is_ascii_digit(source_[at]); };
  const auto group_at = [&](std::size_t at) {
    return digit_at(at) && digit_at(at + 1) && digit_at(at + 2) && !digit_at(at + 3);
  };
  while (digit_at(end)) ++end;
  bool point = false;
  for (;;) {
    const std::string_view rest = source_.substr(end);
    if (!point && rest.starts_with('.') && digit_at(end + 1)) {
      point = true;
      ++end;
    } else if (rest.starts_with("{,}") && digit_at(end + 3)) {
      end += 3;
    } else if (rest.starts_with("\\,") && group_at(end + 2)) {
      end += 2;
    } else {
      return source_.substr(at_, end - at_);
    }
    while (digit_at(end)) ++end;
  }
}

std::string_view TexCursor::raw_group() {
  skip_space();
  if (at_end()) return {};
  if (peek() != '{') {
    const std::string_view only = character();
    advance(only.size());
    return only;
  }
  const std::size_t begin = at_ + 1;
  std::size_t depth = 0;
  for (; at_ < source_.size(); ++at_) {
    const char c = source_[at_];
    if (c == '\\') {
      ++at_;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return source_.substr(begin, at_++ - begin);
    }
  }
  at_ = source_.size();
  return source_.substr(std::min(begin, source_.size()));
}

std::string_view TexCursor::raw_option() {
  constexpr std::size_t kLongest = 120;  // longer ones are not options: "[" may be any bracket
  if (peek() != '[') return {};
  const std::size_t end = source_.substr(at_, kLongest).find(']');
  if (end == std::string_view::npos) return {};
  const std::string_view option = source_.substr(at_ + 1, end - 1);
  advance(end + 1);
  return option;
}

}  // namespace aloud
