#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/epub/book_files.h"
#include "document/epub/navigation.h"
#include "document/epub/package.h"
#include "document/source_text.h"

namespace aloud {

/// What a book is made of, before its pages are parsed.
struct BookParts {
  Package package;
  Navigation navigation;
  std::vector<SourceText> sources;  ///< the package document, where there is one, and the pages in reading order
  std::size_t first_page = 0;       ///< how many of them are no page: 0 or 1
  std::vector<std::string> paths;   ///< of the pages
  std::vector<bool> linear;         ///< likewise: false for what the book keeps out of its reading order
};

/// Reads them as readers do: a book without a package document is its pages in order of their names.
/// On failure (nothing to read, protected against copying, too large) throws Error{input} without a place.
BookParts read_parts(BookFiles& files);

}  // namespace aloud
