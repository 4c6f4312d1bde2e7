#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "util/byte_range.h"

namespace aloud {

/// A container block as far as it matters to the lines inside: what each of them has to begin with.
struct Container {
  enum class Kind { quote, item, footnote };
  Kind kind = Kind::quote;
  std::size_t indent = 0;  ///< item: columns up to its content
};

/// How many bytes of `line` belong to the containers around it (CommonMark 0.29, section "Appendix: A parsing strategy", phase
/// 1). Stops at the first container that the line does not continue: the rest is lazy continuation.
std::size_t container_prefix(std::string_view line, const std::vector<Container>& containers);

/// The text of a leaf block without what its containers put before each line, as the inline parser sees it, with the way
/// back to the source.
class Content {
 public:
  void append(std::string_view piece, std::size_t source_begin);

  const std::string& text() const { return text_; }
  std::size_t size() const { return text_.size(); }

  /// The source offset of the byte at `offset`; just after the last byte for the end.
  std::size_t source_of(std::size_t offset) const;

  /// The end of the longest stretch from `begin`, at most to `end`, that lies in one piece in the source.
  std::size_t piece_end(std::size_t begin, std::size_t end) const;

 private:
  struct Segment {
    std::size_t text_begin = 0;
    std::size_t source_begin = 0;
  };
  std::size_t segment_of(std::size_t offset) const;

  std::string text_;
  std::vector<Segment> segments_;
};

/// The article's lines, as cmark counts them.
class SourceLines {
 public:
  SourceLines(std::string_view text, std::size_t body_begin);

  std::string_view text() const { return text_; }
  std::size_t count() const { return begins_.size(); }
  /// Line `number` from 1, with its line end.
  ByteRange line(std::size_t number) const;
  /// The same without its line end.
  ByteRange line_without_end(std::size_t number) const;
  /// The offset of a byte column (from 1) in a line (from 1), not beyond the line.
  std::size_t offset_of(std::size_t number, std::size_t column) const;
  /// What is left of a line behind the prefix of `containers`, with its line end.
  ByteRange inside(std::size_t number, const std::vector<Container>& containers) const;

  /// The lines from `begin` (an offset in line `first`) to line `last` as the content of a block.
  Content content(std::size_t first, std::size_t begin, std::size_t last, const std::vector<Container>& containers) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> begins_;
};

/// Takes white space from the ends of a text, "&nbsp;" say, which nobody hears there; returns where it was written.
std::vector<ByteRange> take_outer_white_space(RichText& text);

}  // namespace aloud
