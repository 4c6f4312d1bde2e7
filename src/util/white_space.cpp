#include "util/white_space.h"

#include "util/utf8.h"

namespace aloud {

std::string fold_white_space(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space_waits = false;
  for (std::size_t offset = 0; offset < text.size();) {
    if (!space_waits && text[offset] > ' ' && text[offset] < '\x7F') {  // most
      folded += text[offset++];
      continue;
    }
    const CodePoint point = code_point_at(text, offset);
    if (is_white_space(point.value)) {
      space_waits = !folded.empty();
    } else {
      if (space_waits) folded += ' ';
      space_waits = false;
      folded += text.substr(offset, point.size);
    }
    offset += point.size;
  }
  return folded;
}

}  // namespace aloud
