#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

/// How a stretch of a page is marked.
enum class Mark : unsigned char { none, sentence, word };

/// A block of an article as it is shown on a terminal: text that a terminal takes for text (no control characters, tabs as
/// spaces), which knows its source. Right-to-left text stays in logical order: putting it in visual order is the terminal's
/// task.
class Page {
 public:
  explicit Page(const Block& block);

  const std::string& text() const { return text_.text(); }

  /// Lines of at most `columns` columns, broken as Unicode says (UAX 14); a word wider than a line is cut between characters.
  /// Ranges of text(), without the white space at their ends.
  std::vector<ByteRange> lines(std::size_t columns) const;

  /// A mark for every byte of text().
  std::vector<Mark> marks(ByteRange word, const std::vector<ByteRange>& sentence) const;

 private:
  enum class Spaces { kept, folded };
  void append(const AlignedText& text, Spaces spaces);
  void mark(std::vector<Mark>& marks, ByteRange source, Mark mark) const;

  AlignedText text_;
};

}  // namespace aloud
