#include "util/read_at_most.h"

#include <algorithm>
#include <array>

namespace aloud {

// Piece by piece and not by the size of the file, which pipes have none of, and files of /proc a wrong one.
std::string read_at_most(std::istream& stream, std::size_t most) {
  std::string text;
  std::array<char, 16384> piece;
  while (text.size() <= most) {
    const std::size_t wanted = std::min(piece.size(), most + 1 - text.size());
    stream.read(piece.data(), static_cast<std::streamsize>(wanted));
    if (stream.gcount() == 0) break;
    text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
  }
  return text;
}

}  // namespace aloud
