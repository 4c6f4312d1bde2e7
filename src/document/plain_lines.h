#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// A line of plain text that has something on it.
struct PlainLine {
  ByteRange text;         ///< without white space around it and without the ">" of a quotation
  std::size_t begin = 0;  ///< where the whole line begins
  bool indented = false;
  int quote_depth = 0;
};

/// What stands between two blank lines, or stands apart as clearly.
struct PlainParagraph {
  enum class Kind {
    text,
    heading,  ///< lines.back() underlines the others; where `overlined`, lines.front() stands above them
    rule,     ///< one line, of nothing but "*", "-" and the like
  };
  Kind kind = Kind::text;
  bool overlined = false;
  std::vector<PlainLine> lines;
};

/// Takes plain text apart into paragraphs. Lines end as everywhere, and at the next-line character (U+0085) and the line
/// separator (U+2028); the paragraph separator (U+2029) ends a paragraph as a blank line does. A change in quotation ("> ")
/// does too.
class PlainLines {
 public:
  PlainLines(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  /// The next paragraph; one without lines at the end of the text.
  PlainParagraph next();

  /// Whether nothing but white space is left.
  bool at_end() const;

 private:
  struct Read {
    PlainLine line;
    std::size_t next = 0;
    bool blank = true;
    bool ends_paragraph = false;
  };
  Read read(std::size_t at) const;
  bool is_rule(const PlainLine& line) const;
  bool underlines(const PlainLine& line, const std::vector<PlainLine>& above) const;
  std::vector<PlainLine> overlined_heading(const Read& above, std::size_t& end) const;

  std::string_view text_;
  std::size_t at_;
};

/// The longest title or heading, in characters: headlines stay well below, a paragraph on one line does not.
inline constexpr std::size_t kLongestTitle = 120;

}  // namespace aloud
