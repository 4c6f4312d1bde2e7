#pragma once

#include <string>
#include <vector>

#include "document/document.h"

namespace aloud {

/// A chapter of a book (Section::chapter), and which blocks it is: from block `begin` to before `end`. What stands before the
/// first one (the title) belongs to it.
struct Chapter {
  int number = 0;
  std::string title;
  std::size_t begin = 0, end = 0;
};

/// In order; empty for what is no book.
std::vector<Chapter> chapters_of(const Document& document);

/// Leaves out all but the chapters that `wanted` names: numbers ("3"), ranges ("3-7", "3-") and titles ("The Tide", in
/// quotation marks where they have a comma), separated by commas. A title may also be that of a section, or of matter besides
/// the text. What is left out is silent as SilentKind::other_chapter. On failure (no book, no such chapter) throws Error{input}
/// at the article.
void keep_chapters(Document& document, const std::string& wanted);

/// The document with that chapter alone.
Document only_chapter(const Document& document, const Chapter& chapter);

}  // namespace aloud
