#include "language/sentences/brackets.h"

#include <algorithm>
#include <array>

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

// The bytes with which a bracket may begin. All others are passed over at memory speed.
constexpr std::array<bool, 256> make_candidates() {
  std::array<bool, 256> candidates{};
  for (const int byte : {0x28, 0x29, 0x5B, 0x5D, 0xE3, 0xEF}) candidates[static_cast<std::size_t>(byte)] = true;
  return candidates;
}
constexpr std::array<bool, 256> kCandidates = make_candidates();

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
    if (!kCandidates[static_cast<unsigned char>(text[at])]) {
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
