#include "document/markdown/attribute_lists.h"

#include <algorithm>
#include <string>

#include "document/lines.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/tag_attributes.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestExtension = 512;  // bytes of {::options … /}
constexpr std::size_t kLongestItem = 4;         // lines that a list item above {:toc} may have

class AttributeRewriter {
 public:
  explicit AttributeRewriter(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), edits_(scan) {}

  Rewrites run() {
    for (std::size_t at = text_.find('{'); at != kNone; at = text_.find('{', at)) {
      const std::size_t behind = scan_.behind_code(at);
      at = behind != at ? behind : std::max(take(at), at + 1);
    }
    return edits_.take();
  }

 private:
  // The end of what opens at `at`, or 0 if nothing does.
  std::size_t take(std::size_t at) {
    if (at > 0 && text_[at - 1] == '\\') return 0;
    if (text_.compare(at, 3, "{::") == 0 || text_.compare(at, 3, "{:/") == 0) return take_extension(at);
    const bool kramdown = at + 1 < text_.size() && text_[at + 1] == ':';
    const ScannedLine& line = scan_.lines()[edits_.line_of(at)];
    const bool begins_line = at <= line.content;
    const bool behind_span = at > 0 && std::string_view(")]*_`~\">").find(text_[at - 1]) != kNone;
    const BareWords bare = kramdown && (begins_line || behind_span) ? BareWords::yes : BareWords::no;
    std::size_t end = attribute_list_end(text_, at, bare);
    const bool heading = scan_.content(line).starts_with('#');
    if (end == kNone && heading && text_.compare(at, 3, "{-}") == 0) end = at + 3;  // Pandoc: no number
    if (end == kNone) return 0;
    const bool ends_line = trim(text_, {end, line.range.end}).empty();
    const bool alone = begins_line && ends_line;
    if (!kramdown && !alone && !behind_span && !(ends_line && is_parted(at, heading)) && !is_chain(at)) return 0;
    if (alone && kramdown) take_contents(at, end);
    edits_.remove_word({at, end}, SilentKind::attribute_list);
    last_end_ = end;
    return end;
  }

  // Whether what stands at a line's end, behind white space, is a list and no words: where it names an id or a class.
  bool is_parted(std::size_t at, bool heading) const {
    if (at == 0 || !is_blank(text_[at - 1])) return heading;
    const std::size_t first = text_.find_first_not_of(" \t", at + 1);
    return heading || text_[first] == '.' || text_[first] == '#';
  }

  bool is_chain(std::size_t at) const { return last_end_ == at && at > 0; }

  // {::comment} … {:/comment}, {::options key="value" /}
  std::size_t take_extension(std::size_t at) {
    const std::size_t close = text_.substr(0, at + kLongestExtension).find_first_of("}\r\n", at);
    if (close == kNone || text_[close] != '}') return 0;
    const std::string_view inside = text_.substr(at + 2, close - at - 2);
    const std::size_t letter = inside.find_first_not_of(":/");
    if (letter != kNone && !is_ascii_letter(inside[letter])) return 0;
    std::size_t end = close + 1;
    SilentKind reason = SilentKind::attribute_list;
    if (inside.starts_with(":comment") && !inside.ends_with('/')) {
      const std::size_t body = comments_ended_ ? kNone : std::min(text_.find("{:/comment}", end), text_.find("{:/}", end));
      comments_ended_ = body == kNone;
      if (comments_ended_) return 0;
      end = text_.find('}', body) + 1;
      reason = SilentKind::comment;
    }
    edits_.remove({at, end}, reason);
    return end;
  }

  // {:toc} replaces the list that it stands below.
  void take_contents(std::size_t at, std::size_t end) {
    const std::vector<TagAttribute> words = tag_attributes(text_, {at + 2, end - 1});
    const auto is_toc = [this](const TagAttribute& word) { return text_.substr(word.value.begin, word.value.size()) == "toc"; };
    if (std::none_of(words.begin(), words.end(), is_toc)) return;
    const std::size_t number = edits_.line_of(at);
    for (std::size_t above = 1; above <= std::min(number, kLongestItem); ++above) {
      const ScannedLine& line = scan_.lines()[number - above];
      if (line.kind != ScannedLine::Kind::text) return;
      if (!begins_item(scan_.content(line))) continue;
      for (std::size_t item = number - above; item < number; ++item) {
        edits_.remove({scan_.lines()[item].content, scan_.lines()[item].range.end}, SilentKind::contents);
      }
      return;
    }
  }

  static bool begins_item(std::string_view content) {
    std::size_t at = 0;
    while (at < content.size() && is_ascii_digit(content[at])) ++at;
    const std::string_view marks = at == 0 ? "*-+" : ".)";
    return at + 1 < content.size() && marks.find(content[at]) != kNone && is_blank(content[at + 1]);
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  LineEdits edits_;
  std::size_t last_end_ = 0;
  bool comments_ended_ = false;  // no end of a comment follows: known after one search
};

}  // namespace

Rewrites rewrite_attribute_lists(const MarkdownScan& scan) { return AttributeRewriter(scan).run(); }

}  // namespace aloud
