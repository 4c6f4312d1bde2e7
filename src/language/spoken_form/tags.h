#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/spoken_form/tokens.h"

namespace aloud {

/// Whether the "#" of a hashtag or the "@" of a handle may stand at token `i`: "##x" and "a@b" have none.
bool may_begin_tag(const Tokens& tokens, std::size_t i);

/// "BlackLivesMatter" → "Black Lives Matter", "HTMLParser" → "HTML Parser".
std::string apart_at_capitals(std::string_view word);

/// The words of a tag, each with a space before it. `end`: the token after them, where they begin if there are none.
struct TagWords {
  std::size_t end = 0;
  std::string words;
};

/// What stands behind "#" or "@" from token `i` on. `underscore` is said for "_", `number(digits)` for digits.
template <typename Number>
TagWords tag_words(const Tokens& tokens, std::size_t i, const std::string& underscore, Number number) {
  constexpr std::size_t kLongest = 40;  // tokens
  TagWords tag{i, {}};
  for (; tag.end - i < kLongest && tokens.glued(tag.end); ++tag.end) {
    if (tokens.is(tag.end, U'_')) {
      tag.words += " " + underscore;
    } else if (tokens.is_number(tag.end)) {
      tag.words += " " + number(tokens.str(tag.end));
    } else if (tokens.is_word(tag.end)) {
      tag.words += " " + apart_at_capitals(tokens.str(tag.end));
    } else {
      break;
    }
  }
  return tag;
}

}  // namespace aloud
