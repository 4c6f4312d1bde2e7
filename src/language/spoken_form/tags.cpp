#include "language/spoken_form/tags.h"

#include "util/ascii.h"

namespace aloud {

bool may_begin_tag(const Tokens& tokens, std::size_t i) {
  return (tokens.is(i, U'#') || tokens.is(i, U'@')) && tokens.begins_clean(i) && !tokens.follows(i, U"#@");
}

std::string apart_at_capitals(std::string_view word) {
  std::string words;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool capital = at > 0 && is_ascii_upper(word[at]);
    const bool rises = capital && is_ascii_lower(word[at - 1]);
    const bool ends_capitals = capital && is_ascii_upper(word[at - 1]) && at + 1 < word.size() && is_ascii_lower(word[at + 1]);
    if (rises || ends_capitals) words += ' ';
    words += word[at];
  }
  return words;
}

}  // namespace aloud
