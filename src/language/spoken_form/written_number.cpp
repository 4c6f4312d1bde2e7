#include "language/spoken_form/written_number.h"

#include "language/characters.h"

namespace aloud {

Signs signs_at(const Tokens& tokens, std::size_t i, std::u32string_view about) {
  Signs signs;
  signs.end = i;
  if (!tokens.glued(i + 1)) return signs;
  const bool free = tokens.at(i).spaced || is_opening(tokens.at(i - 1).mark) || tokens.follows(i, U"=><≠≈≥≤");
  if (tokens.is_mark(i) && about.find(tokens.at(i).mark) != std::u32string_view::npos) {
    signs.about = true;
    ++signs.end;
  }
  if (!free || !tokens.glued(signs.end + 1)) return signs;
  signs.minus = tokens.is(signs.end, U'-') || tokens.is(signs.end, U'−') || tokens.is(signs.end, U'–');
  signs.plus = tokens.is(signs.end, U'+');
  if (signs.minus || signs.plus) ++signs.end;
  return signs;
}

}  // namespace aloud
