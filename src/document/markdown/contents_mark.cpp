#include "document/markdown/contents_mark.h"

#include <algorithm>
#include <array>
#include <string>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
bool is_contents_mark(std::string_view paragraph) {
  constexpr std::array<std::string_view, 7> kMarks{"[toc]", "[[toc]]", "@[toc]", "${toc}", "{toc}", "{{toc}}", "{:toc}"};
  constexpr std::size_t kLongest = 20;  // in bytes
  if (paragraph.size() > kLongest) return false;
  std::string mark = ascii_lower(paragraph);
  std::erase_if(mark, [](char c) { return c == '_' || is_blank(c) || is_line_end(c); });
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

}  // namespace aloud
