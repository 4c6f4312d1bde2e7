#include "engine/espeak_text.h"

#include "util/utf8.h"

namespace aloud {

std::string espeak_safe_text(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool control = c.value < 0x20 || (0x7F <= c.value && c.value <= 0x9F);
    // Private use and non-characters: eSpeak NG uses some of them inside its own buffers.
    const bool internal = (0xE000 <= c.value && c.value <= 0xF8FF) || (c.value & 0xFFFE) == 0xFFFE;
    if (control || internal || c.value == kReplacementCharacter)
      safe += ' ';
    else
      safe.append(text, i, c.size);
    i += c.size;
  }
  return safe;
}

}  // namespace aloud
