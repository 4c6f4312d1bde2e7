#include "document/markdown/content.h"

#include <algorithm>

#include "document/lines.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kTab = 4;
constexpr std::size_t kFootnoteIndent = 4;

// Walks over the start of a line in columns; a tab may be taken in part.
class Margin {
 public:
  explicit Margin(std::string_view line) : line_(line) {}

  std::size_t offset() const { return offset_; }

  struct Indent {
    std::size_t columns = 0;
    char next = '\n';  // the first character that is not blank
  };
  Indent indent() const {
    std::size_t column = column_;
    std::size_t at = offset_;
    for (; at < line_.size() && is_blank(line_[at]); ++at) column += line_[at] == '\t' ? kTab - column % kTab : 1;
    return {column - column_, at < line_.size() ? line_[at] : '\n'};
  }

  void advance(std::size_t columns) {
    while (columns > 0 && offset_ < line_.size()) {
      const std::size_t width = line_[offset_] == '\t' ? kTab - column_ % kTab : 1;
      const std::size_t taken = std::min(width, columns);
      column_ += taken;
      columns -= taken;
      if (taken == width) ++offset_;
    }
  }

  bool at_blank() const { return offset_ < line_.size() && is_blank(line_[offset_]); }

 private:
  std::string_view line_;
  std::size_t offset_ = 0;
  std::size_t column_ = 0;
};

bool step_into(Margin& margin, const Container& container) {
  const Margin::Indent indent = margin.indent();
  if (container.kind == Container::Kind::quote) {
    if (indent.columns > 3 || indent.next != '>') return false;
    margin.advance(indent.columns + 1);
    if (margin.at_blank()) margin.advance(1);
    return true;
  }
  const std::size_t needed = container.kind == Container::Kind::item ? container.indent : kFootnoteIndent;
  if (indent.columns < needed) return is_line_end(indent.next);
  margin.advance(needed);
  return true;
}

}  // namespace

std::size_t container_prefix(std::string_view line, const std::vector<Container>& containers) {
  Margin margin(line);
  for (const Container& container : containers) {
    if (!step_into(margin, container)) break;
  }
  return margin.offset();
}

void Content::append(std::string_view piece, std::size_t source_begin) {
  if (piece.empty()) return;
  const bool continues = !segments_.empty() && source_of(text_.size()) == source_begin;
  if (!continues) segments_.push_back({text_.size(), source_begin});
  text_ += piece;
}

std::size_t Content::segment_of(std::size_t offset) const {
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), offset,
                                      [](std::size_t at, const Segment& segment) { return at < segment.text_begin; });
  return static_cast<std::size_t>(after - segments_.begin()) - 1;
}

std::size_t Content::source_of(std::size_t offset) const {
  if (segments_.empty()) return 0;
  const Segment& segment = segments_[segment_of(offset)];
  return segment.source_begin + (offset - segment.text_begin);
}

std::size_t Content::piece_end(std::size_t begin, std::size_t end) const {
  const std::size_t next = segment_of(begin) + 1;
  return next < segments_.size() ? std::min(end, segments_[next].text_begin) : end;
}

SourceLines::SourceLines(std::string_view text, std::size_t body_begin) : text_(text) {
  begins_ = find_line_begins(text.substr(body_begin));
  for (std::size_t& begin : begins_) begin += body_begin;
}

ByteRange SourceLines::line(std::size_t number) const {
  if (number == 0 || number > begins_.size()) return {text_.size(), text_.size()};
  return {begins_[number - 1], number < begins_.size() ? begins_[number] : text_.size()};
}

ByteRange SourceLines::line_without_end(std::size_t number) const {
  ByteRange range = line(number);
  while (!range.empty() && is_line_end(text_[range.end - 1])) --range.end;
  return range;
}

std::size_t SourceLines::offset_of(std::size_t number, std::size_t column) const {
  const ByteRange range = line(number);
  return std::min(range.begin + (column == 0 ? 0 : column - 1), range.end);
}

ByteRange SourceLines::inside(std::size_t number, const std::vector<Container>& containers) const {
  const ByteRange range = line(number);
  return {range.begin + container_prefix(text_.substr(range.begin, range.size()), containers), range.end};
}

Content SourceLines::content(std::size_t first, std::size_t begin, std::size_t last,
                             const std::vector<Container>& containers) const {
  Content content;
  for (std::size_t number = first; number <= last && number <= count(); ++number) {
    const ByteRange part = number == first ? ByteRange{begin, line(number).end} : inside(number, containers);
    content.append(text_.substr(part.begin, part.size()), part.begin);
  }
  return content;
}

std::vector<ByteRange> take_outer_white_space(RichText& text) {
  const std::string& written = text.text.text();
  std::size_t begin = 0, end = written.size();
  while (begin < end && is_white_space(code_point_at(written, begin).value)) begin += code_point_at(written, begin).size;
  while (end > begin && is_white_space(code_point_before(written, end).value)) end -= code_point_before(written, end).size;
  if (begin == 0 && end == written.size()) return {};
  std::vector<ByteRange> taken = text.text.source_pieces({0, begin});
  for (const ByteRange& piece : text.text.source_pieces({end, written.size()})) taken.push_back(piece);
  const auto moved = [&](std::size_t at) { return std::clamp(at, begin, end) - begin; };
  for (Span& span : text.spans) span.text = {moved(span.text.begin), moved(span.text.end)};
  text.text = text.text.slice({begin, end});
  return taken;
}

}  // namespace aloud
