#include <algorithm>
#include <string>

#include "document/lines.h"
#include "document/markdown/jsx.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/mdx.h"
#include "document/markdown/mdx_evidence.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kTabStop = 4;

// How many bytes of `line` are its indentation, at most `columns` wide.
std::size_t indentation(std::string_view line, std::size_t columns) {
  std::size_t at = 0, column = 0;
  while (at < line.size() && is_blank(line[at]) && column < columns) {
    column += line[at] == '\t' ? kTabStop - column % kTabStop : 1;
    ++at;
  }
  return at;
}

std::size_t indent_of(std::string_view line) {
  std::size_t column = 0;
  for (const char c : line) {
    if (!is_blank(c)) break;
    column += c == '\t' ? kTabStop - column % kTabStop : 1;
  }
  return column;
}

// Goes over the lines of the text, with the elements that lines open.
class MdxLines {
 public:
  MdxLines(const MarkdownScan& scan, MdxEvidence evidence)
      : text_(scan.text()), jsx_(text_), evidence_(evidence), list_(scan) {}

  Rewrites run() {
    for (std::size_t at = 0; at < text_.size();) at = take(at);
    return list_.take();
  }

 private:
  struct Element {
    std::string_view name;
    std::size_t indent = std::string_view::npos;  // of the first child; npos: none yet
  };

  // Takes the line at `at`; returns where the next one begins that was not taken.
  std::size_t take(std::size_t at) {
    const ByteRange line{at, line_end(text_, at)};
    const std::string_view written = text_.substr(line.begin, line.size());
    const std::string_view content = written.substr(indentation(written, written.size()));
    if (content.empty()) return next_line(text_, line.end);
    if (!fence_.empty()) {
      dedent(written, at);
      if (content.starts_with(fence_) && content.find_first_not_of(fence_[0]) == std::string_view::npos) fence_ = {};
      return next_line(text_, line.end);
    }
    if (open_.empty() && content.size() == written.size()) {
      if (const std::size_t end = mdx_module_end(text_, at, jsx_); end > at) {
        list_.remove({at, end}, SilentKind::program);
        return next_line(text_, end);
      }
    }
    if (content.starts_with("```") || content.starts_with("~~~")) {
      fence_ = content.substr(0, content.find_first_not_of(content[0]));
      dedent(written, at);
      return next_line(text_, line.end);
    }
    return take_text(written, content, line);
  }

  std::size_t take_text(std::string_view written, std::string_view content, ByteRange line) {
    const std::size_t begin = line.end - content.size();
    const auto tag = content[0] == '<' ? jsx_.tag_at(begin) : std::nullopt;
    if (!tag || !follows(*tag)) {
      dedent(written, line.begin);
      return next_line(text_, line.end);
    }
    if (tag->closing) {
      while (!open_.empty() && open_.back().name != tag->name) open_.pop_back();
      if (!open_.empty()) open_.pop_back();
      dedent(written, line.begin);
    } else {
      dedent(written, line.begin);
      const std::size_t end = line_end(text_, tag->end);
      const std::string_view rest = text_.substr(tag->end, end - tag->end);
      const bool closed = rest.find("</" + std::string(tag->name)) != std::string_view::npos;
      if (!tag->self_closing && !closed && open_.size() < kMostOpen) open_.push_back({tag->name});
    }
    return next_line(text_, std::max(line.end, line_end(text_, tag->end)));
  }

  // Whether a tag makes its children MDX's.
  bool follows(const JsxTag& tag) const { return tag.is_component() || evidence_ == MdxEvidence::module; }

  void dedent(std::string_view written, std::size_t begin) {
    if (open_.empty()) return;
    Element& element = open_.back();
    if (element.indent == std::string_view::npos) element.indent = indent_of(written);
    list_.remove({begin, begin + indentation(written, element.indent)});
  }

  static constexpr std::size_t kMostOpen = 64;  // deeper ones are not told apart

  std::string_view text_;
  JsxScanner jsx_;
  MdxEvidence evidence_;
  LineEdits list_;
  std::vector<Element> open_;
  std::string_view fence_;
};

}  // namespace

Rewrites rewrite_mdx_lines(const MarkdownScan& scan) {
  const MdxEvidence evidence = mdx_evidence(scan);
  if (evidence == MdxEvidence::none) return {};
  return MdxLines(scan, evidence).run();
}

}  // namespace aloud
