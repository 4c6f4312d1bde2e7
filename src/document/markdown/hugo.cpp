#include "document/markdown/hugo.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "document/lines.h"
#include "document/markdown/tag_edits.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What stands between them is code or a drawing, not Markdown.
constexpr std::array kCode = std::to_array<std::string_view>(
    {"highlight", "code", "code-block", "mermaid", "chart", "plantuml", "graphviz", "diagram", "terminal", "codenew", "svg"});
constexpr std::array kFormulas = std::to_array<std::string_view>({"katex", "math", "mathjax", "latex", "tex"});
constexpr std::array kComments = std::to_array<std::string_view>({"comment"});
constexpr std::size_t kCodeIndent = 4;     // columns that make code (CommonMark 0.31, 4.4)
constexpr std::size_t kDeepestIndent = 8;  // nested pairs whose indentation is looked at; more would cost without end

class HugoRewriter {
 public:
  explicit HugoRewriter(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), edits_(scan) {
    if (text_.find("{{") == kNone) return;
    tags_ = find_template_tags(text_);
    std::erase_if(tags_, [](const TemplateTag& tag) {
      return tag.kind != TemplateTag::Kind::shortcode && tag.kind != TemplateTag::Kind::escaped_shortcode;
    });
    pair_tags();
  }

  Rewrites run() {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (!is_live(tags_[i])) continue;
      i = take(i);
    }
    return edits_.take();
  }

 private:
  // Tags indented like code are live between tags.
  bool is_live(const TemplateTag& tag) {
    if (!scan_.is_code(tag.range.begin)) return true;
    const ScannedLine& line = scan_.lines()[edits_.line_of(tag.range.begin)];
    return line.kind == ScannedLine::Kind::indented_code && tag.range.begin < open_until_;
  }

  // The closing tag of each opening one, the innermost first; linear.
  void pair_tags() {
    std::map<std::string_view, std::vector<std::size_t>> open;
    closing_.assign(tags_.size(), kNone);
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      const TemplateTag& tag = tags_[i];
      if (tag.kind != TemplateTag::Kind::shortcode || tag.whole) continue;
      std::vector<std::size_t>& opened = open[tag.name];
      if (!tag.closes) {
        opened.push_back(i);
      } else if (!opened.empty()) {
        closing_[opened.back()] = i;
        opened.pop_back();
      }
    }
  }

  // Deals with a tag, and returns the number of the last that is dealt with.
  std::size_t take(std::size_t number) {
    const TemplateTag& tag = tags_[number];
    const std::size_t closing = closing_[number];
    if (closing != kNone) open_until_ = std::max(open_until_, tags_[closing].range.begin);
    if (tag.kind == TemplateTag::Kind::escaped_shortcode || tag.closes) return edits_.leave_out(tag), number;
    const std::vector<TagAttribute> attributes = tag_attributes(text_, tag.inside);
    if (closing != kNone && take_pair(tag, tags_[closing], attributes)) return closing;
    if (closing != kNone) note_indentation(tag, tags_[closing]);
    take_opening(tag, attributes, closing != kNone);
    return number;
  }

  // Pairs whose body is no Markdown of the article's.
  bool take_pair(const TemplateTag& open, const TemplateTag& close, const std::vector<TagAttribute>& attributes) {
    if (is_one_of(open.name, kComments)) {
      edits_.remove({open.range.begin, close.range.end}, SilentKind::comment);
    } else if (is_one_of(open.name, kCode)) {
      edits_.code(open, close, language_of(open, attributes));
    } else if (is_one_of(open.name, kFormulas)) {
      const bool display = edits_.stands_alone({open.range.begin, close.range.end});
      for (const TemplateTag* tag : {&open, &close}) {
        edits_.replace(tag->range, display ? "$$" : "$", SilentKind::template_tag);
      }
    } else {
      return false;
    }
    return true;
  }

  std::string_view language_of(const TemplateTag& open, const std::vector<TagAttribute>& attributes) const {
    if (const TagAttribute* named = find_first_attribute(attributes, {"lang", "language"})) return part(named->value);
    if (open.name != "highlight" && open.name != "code" && open.name != "code-block") return open.name;
    const bool word =
        !attributes.empty() && attributes[0].key.empty() && part(attributes[0].value).find_first_of(" `\n") == kNone;
    return word ? part(attributes[0].value) : std::string_view();
  }

  void take_opening(const TemplateTag& tag, const std::vector<TagAttribute>& attributes, bool paired) {
    if (TagEdits::is_picture(tag, attributes)) return edits_.picture(tag, attributes);
    const bool worded = std::any_of(attributes.begin(), attributes.end(), [this](const TagAttribute& one) {
      return (one.key.empty() || one.key == "title") && edits_.is_wording(one);
    });
    if (TagEdits::is_box(tag) && (paired || worded)) return edits_.announce_box(tag, attributes);
    const std::vector<TagAttribute> words = edits_.words_of(tag, attributes);
    words.empty() ? edits_.leave_out(tag) : edits_.keep(tag, words);
  }

  // Hugo reads what stands between a pair by itself, so its indentation is none: without this it would be code.
  void note_indentation(const TemplateTag& open, const TemplateTag& close) {
    while (!bodies_.empty() && bodies_.back() <= open.range.begin) bodies_.pop_back();
    bodies_.push_back(close.range.begin);
    if (bodies_.size() > kDeepestIndent) return;
    const std::size_t first = edits_.line_of(open.range.end) + 1, end = edits_.line_of(close.range.begin);
    std::size_t least = kNone;
    for (std::size_t number = first; number < end; ++number) {
      const ScannedLine& line = scan_.lines()[number];
      if (!scan_.content(line).empty()) least = std::min(least, line.indent);
    }
    if (least == kNone || least < kCodeIndent) return;
    for (std::size_t number = first; number < end; ++number) edits_.dedent(number, least);
  }

  std::string_view part(ByteRange range) const { return text_.substr(range.begin, range.size()); }

  const MarkdownScan& scan_;
  std::string_view text_;
  TagEdits edits_;
  std::vector<TemplateTag> tags_;
  std::vector<std::size_t> closing_;  // of each tag; kNone where it has none
  std::size_t open_until_ = 0;        // where the pairs end that are open
  std::vector<std::size_t> bodies_;   // where they end, outer first
};

}  // namespace

Rewrites rewrite_hugo(const MarkdownScan& scan) { return HugoRewriter(scan).run(); }

}  // namespace aloud
