#include "document/markdown/scan.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "document/lines.h"

namespace aloud {
namespace {

constexpr std::size_t kTabStop = 4;      // CommonMark 0.31, 2.2
constexpr std::size_t kCodeIndent = 4;   // 4.4: columns that make code
constexpr std::size_t kFenceLength = 3;  // 4.5: marks at least

struct Fence {
  char mark = '`';
  std::size_t length = 0;  // of the marks; 0: there is none

  bool is_open() const { return length > 0; }
};

std::size_t run_length(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(text[at], at);
  return (end == std::string_view::npos ? text.size() : end) - at;
}

// Behind the bullets and numbers that a line begins with: "- 1. ```" opens a fence as well.
std::string_view behind_markers(std::string_view content) {
  while (!content.empty()) {
    std::size_t at = 0;
    if (content[0] == '-' || content[0] == '*' || content[0] == '+') {
      at = 1;
    } else {
      while (at < content.size() && at < 9 && content[at] >= '0' && content[at] <= '9') ++at;
      if (at == 0 || at == content.size() || (content[at] != '.' && content[at] != ')')) return content;
      ++at;
    }
    if (at == content.size() || !is_blank(content[at])) return content;
    content.remove_prefix(std::min(content.find_first_not_of(" \t", at), content.size()));
  }
  return content;
}

bool begins_item(std::string_view content) { return !content.empty() && behind_markers(content).size() < content.size(); }

Fence fence_of(std::string_view content) {
  if (content.empty() || (content[0] != '`' && content[0] != '~')) return {};
  const std::size_t length = run_length(content, 0);
  if (length < kFenceLength) return {};
  // What follows backticks may hold none: that is a code span.
  if (content[0] == '`' && content.find('`', length) != std::string_view::npos) return {};
  return Fence{content[0], length};
}

bool closes(std::string_view content, const Fence& fence) {
  if (content.empty() || content[0] != fence.mark) return false;
  const std::size_t length = run_length(content, 0);
  return length >= fence.length && content.find_first_not_of(" \t", length) == std::string_view::npos;
}

// Sorts lines into their kinds, one after the other.
class LineScanner {
 public:
  explicit LineScanner(std::string_view text) : text_(text) {}

  ScannedLine take(ByteRange range) {
    ScannedLine line{ScannedLine::Kind::text, range, range.begin, 0};
    const std::size_t quotes = find_content(line);
    const std::string_view content = text_.substr(line.content, range.end - line.content);
    if (fence_.is_open() && (quotes < fence_quotes_ || (!content.empty() && line.indent < fence_column_))) {
      fence_ = {};  // its container ends
      while (!items_.empty() && line.indent < items_.back()) items_.pop_back();
    }
    line.kind = kind_of(content, line.indent);
    if (line.kind == ScannedLine::Kind::fence && fence_.is_open()) {
      fence_quotes_ = quotes;
      fence_column_ = item_column();
    }
    after_blank_ = line.kind == ScannedLine::Kind::blank;
    after_code_ = line.kind == ScannedLine::Kind::indented_code || (after_code_ && after_blank_);
    return line;
  }

 private:
  // Sets where the content begins; returns how many quotes it stands in.
  std::size_t find_content(ScannedLine& line) const {
    std::size_t quotes = 0;
    for (; line.content < line.range.end; ++line.content) {
      const char c = text_[line.content];
      if (c == '>' && line.indent < kCodeIndent && (!fence_.is_open() || quotes < fence_quotes_)) {
        ++quotes;
        line.indent = 0;
        if (line.content + 1 < line.range.end && text_[line.content + 1] == ' ') ++line.content;
      } else if (c == ' ') {
        ++line.indent;
      } else if (c == '\t') {
        line.indent += kTabStop - line.indent % kTabStop;
      } else {
        break;
      }
    }
    return quotes;
  }

  ScannedLine::Kind kind_of(std::string_view content, std::size_t indent) {
    using Kind = ScannedLine::Kind;
    if (fence_.is_open()) {
      if (!closes(content, fence_)) return Kind::code;
      fence_ = {};
      return Kind::fence;
    }
    if (comment_) {
      comment_ = content.find("-->") == std::string_view::npos;
      return Kind::html_comment;
    }
    if (content.empty()) return Kind::blank;
    const bool item = begins_item(content);
    // A line further out ends an item, unless it goes on with a paragraph.
    while (!items_.empty() && indent < items_.back() && (item || after_blank_ || after_code_)) items_.pop_back();
    if (indent >= item_column() + kCodeIndent && (after_blank_ || after_code_)) return Kind::indented_code;
    if (item) open_items(content, indent);
    fence_ = fence_of(behind_markers(content));
    if (fence_.is_open()) return Kind::fence;
    if (content.starts_with("<!--")) {
      const std::size_t end = content.find("-->");
      comment_ = end == std::string_view::npos;
      if (comment_ || content.find_first_not_of(" \t", end + 3) == std::string_view::npos) return Kind::html_comment;
    }
    return Kind::text;
  }

  std::size_t item_column() const { return items_.empty() ? 0 : items_.back(); }

  // Where the content of the items begins that a line opens.
  void open_items(std::string_view content, std::size_t indent) {
    const std::string_view behind = behind_markers(content);
    const std::size_t width = content.size() - behind.size();
    const std::size_t mark = content.find_last_not_of(" \t", width - 1) + 1;
    // Nothing behind the mark, or code: one column belongs to it.
    items_.push_back(indent + (behind.empty() || width - mark > kCodeIndent ? mark + 1 : width));
  }

  std::string_view text_;
  Fence fence_;
  std::size_t fence_quotes_ = 0, fence_column_ = 0;
  std::vector<std::size_t> items_;  // columns where the content of the open list items begins, outer first
  bool comment_ = false, after_blank_ = true, after_code_ = false;
};

// The code spans and comments of a stretch of text lines without a blank line between: where one opens and never closes there,
// its marks are text.
void find_spans(std::string_view whole, ByteRange stretch, std::vector<ByteRange>& code) {
  const std::string_view text = whole.substr(0, stretch.end);  // searches end with the stretch, else many of them cost squares
  std::optional<std::size_t> comment_end;                  // of the last comment looked at, npos for none: keeps this linear
  std::unordered_map<std::size_t, std::size_t> none_from;  // run length → no such run from there on: likewise
  for (std::size_t at = stretch.begin; at < stretch.end;) {
    at = std::min(text.find_first_of("`\\<", at), stretch.end);
    if (at == stretch.end) return;
    if (text[at] == '\\') {
      at += 2;
    } else if (text[at] == '<') {
      const bool comment = text.compare(at, 4, "<!--") == 0;
      if (comment && (!comment_end || *comment_end < at + 4)) comment_end = text.find("-->", at + 4);
      const std::size_t end = comment ? *comment_end : std::string_view::npos;
      if (end == std::string_view::npos) {
        ++at;
        continue;
      }
      code.push_back({at, end + 3});
      at = end + 3;
    } else {
      const std::size_t length = run_length(text, at);
      std::size_t close = none_from.contains(length) && none_from[length] <= at ? std::string_view::npos : at + length;
      while (close != std::string_view::npos) {
        close = text.find('`', close);
        if (close == std::string_view::npos || run_length(text, close) == length) break;
        close += run_length(text, close);
      }
      if (close == std::string_view::npos) {
        none_from[length] = std::min(none_from.contains(length) ? none_from[length] : at, at);
        at += length;
      } else {
        code.push_back({at, close + length});
        at = close + length;
      }
    }
  }
}

}  // namespace

MarkdownScan::MarkdownScan(std::string_view text) : text_(text) {
  using Kind = ScannedLine::Kind;
  LineScanner scanner(text);
  std::size_t stretch = text.size();  // where the text lines began that stand together
  const auto end_stretch = [&](std::size_t at) {
    if (stretch < at) find_spans(text_, {stretch, at}, code_);
    stretch = text.size();
  };
  for (std::size_t at = 0; at < text.size(); at = next_line(text, at)) {
    lines_.push_back(scanner.take({at, line_end(text, at)}));
    const ScannedLine& line = lines_.back();
    if (line.kind == Kind::text) {
      stretch = std::min(stretch, at);
      continue;
    }
    end_stretch(at);
    if (line.kind == Kind::blank) continue;
    if (!code_.empty() && code_.back().end == at) {
      code_.back().end = next_line(text, at);
    } else {
      code_.push_back({at, next_line(text, at)});
    }
  }
  end_stretch(text.size());
}

std::size_t MarkdownScan::behind_code(std::size_t offset) const {
  const auto next = std::upper_bound(code_.begin(), code_.end(), offset,
                                     [](std::size_t at, const ByteRange& range) { return at < range.end; });
  return next != code_.end() && next->begin <= offset ? next->end : offset;
}

bool MarkdownScan::is_code(std::size_t offset) const { return behind_code(offset) != offset; }

}  // namespace aloud
