#include "util/json_scan.h"

#include <algorithm>

namespace aloud {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

/// Follows JSON character by character, as far as its brackets and strings go.
class Nesting {
 public:
  void take(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (in_string_) {
      escaped_ = c == '\\';
      in_string_ = c != '"';
    } else if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if (c == '}' || c == ']') {
      --depth_;
    }
  }
  int depth() const { return depth_; }
  bool in_string() const { return in_string_; }

 private:
  int depth_ = 0;
  bool in_string_ = false, escaped_ = false;
};

}  // namespace

bool json_nests_deeper(std::string_view text, int most) {
  Nesting nesting;
  return std::any_of(text.begin(), text.end(), [&](char c) {
    nesting.take(c);
    return nesting.depth() > most;
  });
}

JsonParts::JsonParts(std::string_view text, ByteRange value) : text_(text), at_(value.begin), end_(value.end) {
  skip(kWhiteSpace);
  object_ = at_ < end_ && text_[at_] == '{';
  ++at_;
}

std::optional<JsonParts::Part> JsonParts::next() {
  skip(" \t\r\n,");
  if (at_ >= end_ || text_[at_] == '}' || text_[at_] == ']') return std::nullopt;
  Part part;
  if (object_) {
    part.key = pass_value();
    skip(" \t\r\n:");
  }
  part.value = pass_value();
  return part;
}

void JsonParts::skip(std::string_view characters) { at_ = std::min(text_.find_first_not_of(characters, at_), end_); }

// To the comma, colon or bracket behind the value that begins here.
ByteRange JsonParts::pass_value() {
  const std::size_t begin = at_;
  Nesting nesting;
  for (; at_ < end_; ++at_) {
    const char c = text_[at_];
    const bool outside = nesting.depth() == 0 && !nesting.in_string();
    if (outside && (c == ',' || c == ':' || c == '}' || c == ']')) break;
    nesting.take(c);
  }
  std::size_t end = at_;
  while (end > begin && kWhiteSpace.find(text_[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

}  // namespace aloud
