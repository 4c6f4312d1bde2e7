#include "language/sentences/brackets.h"

#include <algorithm>

#include "util/utf8.h"

namespace aloud {
namespace {

struct Open {
  std::size_t at;
  char32_t closing;
};

char32_t closing_of(char32_t c) {
  switch (c) {
    case U'(':
      return U')';
    case U'[':
      return U']';
    case U'（':
      return U'）';
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'【':
      return U'】';
    case U'《':
      return U'》';
    default:
      return 0;
  }
}

bool may_be_bracket(char byte) {
  return byte == '(' || byte == ')' || byte == '[' || byte == ']' || byte == '\xE3' || byte == '\xEF';
}

// Closes the innermost bracket of this kind. What was opened since then stays unclosed.
void close(std::vector<Open>& open, char32_t c, std::size_t end, std::vector<ByteRange>& pairs) {
  constexpr std::size_t kDeepest = 16;  // bounds the search; deeper nesting is no prose
  const std::size_t lowest = open.size() > kDeepest ? open.size() - kDeepest : 0;
  for (std::size_t i = open.size(); i > lowest; --i) {
    if (open[i - 1].closing != c) continue;
    if (end - open[i - 1].at <= kLongestBracket) pairs.push_back({open[i - 1].at, end});
    open.resize(i - 1);
    return;
  }
}

std::vector<ByteRange> outermost(std::vector<ByteRange> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::vector<ByteRange> result;
  for (const ByteRange& pair : pairs) {
    if (result.empty() || pair.begin >= result.back().end) result.push_back(pair);
  }
  return result;
}

}  // namespace

std::vector<ByteRange> find_brackets(std::string_view text) {
  std::vector<Open> open;
  std::vector<ByteRange> pairs;
  for (std::size_t at = 0; at < text.size();) {
    if (!may_be_bracket(text[at])) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(text, at);
    if (const char32_t closing = closing_of(c.value); closing != 0) {
      open.push_back({at, closing});
    } else {
      close(open, c.value, at + c.size, pairs);
    }
    at += c.size;
  }
  return outermost(std::move(pairs));
}

}  // namespace aloud
