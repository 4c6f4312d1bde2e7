#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// Markdown's lines, as far as what a dialect does depends on what they are.
struct ScannedLine {
  enum class Kind {
    blank,
    text,           ///< paragraphs, headings, tables, …: what may hold inline markup
    fence,          ///< opens or closes a fenced code block
    code,           ///< in a fenced code block
    indented_code,  ///< four columns further in than what it stands in, after a blank line
    html_comment,   ///< within <!-- … --> that began on a line before, or all of it
  };
  Kind kind = Kind::text;
  ByteRange range;          ///< without the line end
  std::size_t content = 0;  ///< where it begins behind ">"s and indentation (bullets and numbers are content)
  std::size_t indent = 0;   ///< columns of indentation before `content`, behind the last ">"
};

/// What dialects look at. One pass; linear.
class MarkdownScan {
 public:
  explicit MarkdownScan(std::string_view text);

  std::string_view text() const { return text_; }
  const std::vector<ScannedLine>& lines() const { return lines_; }
  std::string_view content(const ScannedLine& line) const { return text_.substr(line.content, line.range.end - line.content); }

  /// Code (blocks, spans) and comments, where no dialect looks for markup: ordered, disjoint.
  const std::vector<ByteRange>& code() const { return code_; }
  /// Whether an offset lies in one of those.
  bool is_code(std::size_t offset) const;
  /// `offset`, or the end of the code that it lies in.
  std::size_t behind_code(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<ScannedLine> lines_;
  std::vector<ByteRange> code_;
};

}  // namespace aloud
