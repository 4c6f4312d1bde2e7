#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/epub/package.h"

namespace aloud {

/// A line of a book's table of contents.
struct NavigationPoint {
  std::string title;
  BookAddress to;
  int depth = 0;
};

struct Navigation {
  std::vector<NavigationPoint> points;
  std::map<std::string, std::string> landmarks;  ///< path → epub:type, of those that lead to a file as a whole
};

/// Reads an EPUB 3 navigation document, which is at `path`.
Navigation read_nav(std::string_view text, const std::string& path);

/// Reads an NCX, the table of contents of EPUB 2 (DAISY 3, ANSI/NISO Z39.86), which is at `path`.
Navigation read_ncx(std::string_view text, const std::string& path);

}  // namespace aloud
