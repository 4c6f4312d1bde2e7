#include "document/lines.h"

#include <algorithm>

namespace aloud {

std::size_t line_end(std::string_view text, std::size_t from) {
  return static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), is_line_end) -
                                  text.begin());
}

std::size_t next_line(std::string_view text, std::size_t from) {
  const std::size_t end = line_end(text, from);
  if (end == text.size()) return end;
  return end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
}

std::vector<std::size_t> find_line_begins(std::string_view text) {
  std::vector<std::size_t> begins{0};
  for (std::size_t at = next_line(text, 0); at < text.size(); at = next_line(text, at)) begins.push_back(at);
  return begins;
}

ByteRange trim(std::string_view text, ByteRange range) {
  const auto is_space = [](char c) { return is_blank(c) || is_line_end(c) || c == '\v' || c == '\f'; };
  while (range.begin < range.end && is_space(text[range.begin])) ++range.begin;
  while (range.begin < range.end && is_space(text[range.end - 1])) --range.end;
  return range;
}

}  // namespace aloud
