#include "document/plain_lines.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "document/lines.h"
#include "document/plain_columns.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr char32_t kNextLine = 0x85;
constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;

bool is_lower_case(char32_t value) { return u_islower(static_cast<UChar32>(value)) != 0; }

bool is_separator(char32_t value) { return value == kNextLine || value == kLineSeparator || value == kParagraphSeparator; }

// Where the line that begins at `at` ends: at a line end, or at one of Unicode's separators.
std::size_t plain_line_end(std::string_view text, std::size_t at) {
  for (;; ++at) {
    at = std::min(text.find_first_of("\n\r\xC2\xE2", at), text.size());
    if (at == text.size() || is_line_end(text[at]) || is_separator(code_point_at(text, at).value)) return at;
  }
}

ByteRange without_white_space(std::string_view text, ByteRange line) {
  while (!line.empty() && is_white_space(code_point_at(text, line.begin).value))
    line.begin += code_point_at(text, line.begin).size;
  while (!line.empty() && is_white_space(code_point_before(text, line.end).value))
    line.end -= code_point_before(text, line.end).size;
  return line;
}

// Moves behind "> > "; a ">" that something follows without a space is no mark of quotation.
int skip_quote_marks(std::string_view text, ByteRange& line) {
  int depth = 0;
  while (!line.empty() && text[line.begin] == '>') {
    const std::size_t next = line.begin + 1;
    if (next < line.end && !is_blank(text[next]) && text[next] != '>') break;
    ++depth;
    line = without_white_space(text, {next, line.end});
  }
  return depth;
}

// The character that a line consists of, white space aside, if it stands there thrice at least; 0 for other lines.
char32_t repeated_character(std::string_view text, ByteRange line) {
  char32_t repeated = 0;
  std::size_t count = 0;
  for (std::size_t at = line.begin; at < line.end;) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_white_space(point.value)) continue;
    if (repeated != 0 && point.value != repeated) return 0;
    repeated = point.value;
    ++count;
  }
  return count >= 3 ? repeated : 0;
}

std::size_t characters_in(std::string_view text, ByteRange range) {
  return count_code_points(text.substr(range.begin, range.size()));
}

}  // namespace

PlainLines::Read PlainLines::read(std::size_t at) const {
  Read read;
  const std::size_t end = plain_line_end(text_, at);
  const std::size_t separator = end < text_.size() && !is_line_end(text_[end]) ? code_point_at(text_, end).size : 0;
  read.next = separator > 0 ? end + separator : next_line(text_, end);
  read.ends_paragraph = separator > 0 && code_point_at(text_, end).value == kParagraphSeparator;
  read.line.begin = at;
  read.line.text = without_white_space(text_, {at, end});
  read.line.indented = read.line.text.begin > at;
  read.line.quote_depth = skip_quote_marks(text_, read.line.text);
  read.blank = read.line.text.empty();
  return read;
}

bool PlainLines::is_rule(const PlainLine& line) const {
  const char32_t repeated = repeated_character(text_, line.text);
  return repeated != 0 && std::u32string_view(U"*-_=~#+^•·–—─━═").find(repeated) != std::u32string_view::npos;
}

// "===" and "---" whatever their length; other marks have to be about as long as what they underline. More than one line is
// underlined by "===" alone: "---" below a paragraph parts it from the next.
bool PlainLines::underlines(const PlainLine& line, const std::vector<PlainLine>& above) const {
  constexpr std::size_t kMostLines = 3;
  const char mark = text_[line.text.begin];
  const std::string_view marks = text_.substr(line.text.begin, line.text.size());
  if (above.empty() || marks.size() < 3 || marks.find_first_not_of(mark) != std::string_view::npos) return false;
  if (above.size() > (mark == '=' ? kMostLines : 1) || is_rule(above.front())) return false;
  const std::size_t length = characters_in(text_, above.back().text);
  if (characters_in(text_, {above.front().text.begin, above.back().text.end}) > kLongestTitle) return false;
  if (mark == '=' || mark == '-') return true;
  return std::string_view("~^*#+").find(mark) != std::string_view::npos && marks.size() * 4 >= length * 3;
}

// A rule of dashes below names of columns, with a row under it, or below rows of such a table.
bool PlainLines::rules_table(const Read& rule, const std::vector<PlainLine>& above) const {
  if (above.empty() || (text_[rule.line.text.begin] != '-' && text_[rule.line.text.begin] != '=')) return false;
  if (above.size() > 1) return above.size() > 2 && is_rule(above[1]);
  const bool names = names_columns(text_.substr(above[0].text.begin, above[0].text.size()));
  return names && rule.next < text_.size() && !read(rule.next).blank;
}

// A line between two rules of the same kind, the three of them; else nothing.
std::vector<PlainLine> PlainLines::overlined_heading(const Read& above, std::size_t& end) const {
  if (above.next >= text_.size()) return {};
  const Read title = read(above.next);
  if (title.blank || title.next >= text_.size() || is_rule(title.line)) return {};
  if (names_columns(text_.substr(title.line.text.begin, title.line.text.size()))) return {};
  const Read below = read(title.next);
  if (below.blank || !underlines(below.line, {title.line})) return {};
  if (text_[below.line.text.begin] != text_[above.line.text.begin]) return {};
  end = below.next;
  return {above.line, title.line, below.line};
}

// Moves behind lines that are skipped; whether there were some.
bool PlainLines::skip() {
  bool moved = false;
  while (next_skipped_ < skipped_.size() && skipped_[next_skipped_].source.begin <= at_) {
    moved = moved || skipped_[next_skipped_].source.end > at_;
    at_ = std::max(at_, skipped_[next_skipped_].source.end);
    ++next_skipped_;
  }
  return moved;
}

// Whether the paragraph of which `lines` are read goes on at the next line, behind the end of a page: the sentence does, or a
// full line is followed by one of the same indentation.
bool PlainLines::goes_on(const std::vector<PlainLine>& lines) const {
  constexpr std::size_t kFullLine = 50;  // characters
  if (lines.empty() || at_ >= text_.size()) return false;
  const Read next = read(at_);
  const ByteRange last = lines.back().text;
  if (next.blank || is_rule(next.line)) return false;
  if (std::string_view(".!?:\"").find(text_[last.end - 1]) != std::string_view::npos) return false;
  if (is_lower_case(code_point_at(text_, next.line.text.begin).value)) return true;
  const bool same_indent = next.line.text.begin - next.line.begin == last.begin - lines.back().begin;
  return same_indent && characters_in(text_, last) >= kFullLine;
}

PlainParagraph PlainLines::next() {
  using Kind = PlainParagraph::Kind;
  PlainParagraph paragraph;
  std::vector<PlainLine>& lines = paragraph.lines;
  while (at_ < text_.size()) {
    if (skip()) {
      if (!lines.empty() && !goes_on(lines)) return paragraph;
      continue;
    }
    const Read read = this->read(at_);
    if (read.blank || (!lines.empty() && read.line.quote_depth != lines.front().quote_depth)) {
      if (!lines.empty()) return paragraph;
      if (read.blank) {
        at_ = read.next;
        continue;
      }
    }
    if (is_rule(read.line) && rules_table(read, lines)) {
      at_ = read.next;
      lines.push_back(read.line);
      continue;
    }
    if (is_rule(read.line)) {
      const bool heading = underlines(read.line, lines);
      if (!lines.empty() && !heading) return paragraph;
      at_ = read.next;
      lines.push_back(read.line);
      paragraph.kind = heading ? Kind::heading : Kind::rule;
      if (heading) return paragraph;
      if (const auto heading_lines = overlined_heading(read, at_); !heading_lines.empty()) {
        return {Kind::heading, true, heading_lines};
      }
      return paragraph;
    }
    at_ = read.next;
    lines.push_back(read.line);
    if (read.ends_paragraph) return paragraph;
  }
  return paragraph;
}

}  // namespace aloud
