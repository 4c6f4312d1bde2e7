#include "engine/silent_symbols.h"

#include <string_view>

#include "util/utf8.h"

namespace aloud {
namespace {

bool is_white_space_at(std::string_view text, std::size_t offset) {
  return offset >= text.size() || is_white_space(code_point_at(text, offset).value);
}

bool ends_in_white_space(std::string_view text) {
  return text.empty() || is_white_space(code_point_before(text, text.size()).value);
}

// A selector that asks for a symbol's coloured or plain picture goes with it.
std::size_t skip_variation_selector(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return offset;
  const CodePoint next = code_point_at(text, offset);
  return next.value == 0xFE0E || next.value == 0xFE0F ? offset + next.size : offset;
}

}  // namespace

AlignedText without_silent_symbols(const AlignedText& aligned, const EngineTraits& engine) {
  const std::string_view text = aligned.text();
  AlignedText kept;
  std::size_t done = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint at = code_point_at(text, offset);
    const std::size_t next = offset + at.size;
    if (engine.speaks(at.value)) {
      offset = next;
      continue;
    }
    kept.append(aligned.slice({done, offset}));
    done = skip_variation_selector(text, next);
    if (!ends_in_white_space(kept.text())) {
      if (!is_white_space_at(text, done)) kept.append_inserted(" ");
    } else {
      while (done < text.size() && is_white_space_at(text, done)) done += code_point_at(text, done).size;
    }
    offset = done;
  }
  if (done == 0) return aligned;
  kept.append(aligned.slice({done, text.size()}));
  return kept;
}

}  // namespace aloud
