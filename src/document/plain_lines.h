#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/document.h"
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
/// does too. Lines that are skipped end one too, unless a page ends within a sentence.
class PlainLines {
 public:
  /// `skipped`: whole lines that hold no text, in order and disjoint; must outlive this.
  PlainLines(std::string_view text, std::size_t begin, const std::vector<SilentRange>& skipped)
      : text_(text), at_(begin), skipped_(skipped) {}

  /// The next paragraph; one without lines at the end of the text.
  PlainParagraph next();

 private:
  struct Read {
    PlainLine line;
    std::size_t next = 0;
    bool blank = true;
    bool ends_paragraph = false;
  };
  Read read(std::size_t at) const;
  bool skip();
  bool goes_on(const std::vector<PlainLine>& lines) const;
  bool is_rule(const PlainLine& line) const;
  bool rules_table(const Read& rule, const std::vector<PlainLine>& above) const;
  bool underlines(const PlainLine& line, const std::vector<PlainLine>& above) const;
  std::vector<PlainLine> overlined_heading(const Read& above, std::size_t& end) const;

  std::string_view text_;
  std::size_t at_;
  const std::vector<SilentRange>& skipped_;
  std::size_t next_skipped_ = 0;
};

/// The longest title or heading, in characters: headlines stay well below, a paragraph on one line does not.
inline constexpr std::size_t kLongestTitle = 120;

}  // namespace aloud
