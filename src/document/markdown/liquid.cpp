#include "document/markdown/liquid.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "document/lines.h"
#include "document/markdown/tag_edits.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// What a statement's body is.
enum class Body { text, verbatim, code, silent };

struct BodyRule {
  std::string_view name;
  Body body;
};

constexpr std::array kBodies = std::to_array<BodyRule>({
    {"raw", Body::verbatim},
    {"verbatim", Body::verbatim},
    {"comment", Body::silent},
    {"highlight", Body::code},
    {"codeblock", Body::code},
    {"code", Body::code},
    {"mermaid", Body::code},
    {"style", Body::silent},
    {"stylesheet", Body::silent},
    {"javascript", Body::silent},
    {"schema", Body::silent},
    {"css", Body::silent},
    {"js", Body::silent},
    {"doc", Body::silent},
    {"prism", Body::code},
});

class LiquidRewriter {
 public:
  explicit LiquidRewriter(const MarkdownScan& scan) : scan_(scan), text_(scan.text()), edits_(scan) {
    if (text_.find("{{") == kNone && text_.find("{%") == kNone && text_.find("{#") == kNone) return;
    tags_ = find_template_tags(text_);
    find_ends();
  }

  Rewrites run() {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (!scan_.is_code(tags_[i].range.begin)) i = take(i);
    }
    return edits_.take();
  }

 private:
  // For each statement that begins a body, the first one behind it that ends such a body.
  void find_ends() {
    end_.assign(tags_.size(), kNone);
    std::map<std::string, std::size_t, std::less<>> next;
    for (std::size_t i = tags_.size(); i-- > 0;) {
      const TemplateTag& tag = tags_[i];
      if (tag.kind != TemplateTag::Kind::statement) continue;
      if (const auto found = next.find(tag.name); found != next.end()) end_[i] = found->second;
      const std::size_t mark = tag.name.starts_with("end") ? 3
                               : tag.name.starts_with('/') ? 1
                                                           : 0;  // "endnote"; Markdoc: "/note"
      if (mark > 0) next[std::string(tag.name.substr(mark))] = i;
    }
  }

  // Deals with a tag, and returns the number of the last that is dealt with.
  std::size_t take(std::size_t number) {
    const TemplateTag& tag = tags_[number];
    switch (tag.kind) {
      case TemplateTag::Kind::statement:
        return take_statement(number);
      case TemplateTag::Kind::comment:
        edits_.leave_out(tag, SilentKind::comment);
        break;
      case TemplateTag::Kind::output:
        edits_.leave_out(tag, text_[tag.range.begin + 2] == '!' ? SilentKind::comment : SilentKind::template_tag);
        break;
      default:
        break;  // Hugo's
    }
    return number;
  }

  std::size_t take_statement(std::size_t number) {
    const TemplateTag& tag = tags_[number];
    const auto rule = std::find_if(kBodies.begin(), kBodies.end(), [&](const BodyRule& one) { return one.name == tag.name; });
    const std::size_t end = rule == kBodies.end() ? kNone : end_[number];
    const std::vector<TagAttribute> attributes = tag_attributes(text_, tag.inside);
    if (end == kNone) {
      if (tag.name == "tabs" && end_[number] != kNone) take_tabs({tag.range.end, tags_[end_[number]].range.begin});
      take_opening(tag, attributes, end_[number] != kNone);
      return number;
    }
    if (rule->body == Body::silent) {
      const bool comment = rule->name == "comment" || rule->name == "doc";
      edits_.remove({tag.range.begin, tags_[end].range.end}, comment ? SilentKind::comment : SilentKind::template_tag);
    } else if (rule->body == Body::code && holds_fence(tag, tags_[end])) {
      edits_.leave_out(tag);
      return number;
    } else if (rule->body == Body::code) {
      edits_.code(tag, tags_[end], language_of(tag, attributes));
    } else {
      edits_.leave_out(tag);
      edits_.leave_out(tags_[end]);
    }
    return end;
  }

  // GitBook's {% code %} stands around a fence.
  bool holds_fence(const TemplateTag& open, const TemplateTag& close) const {
    const std::string_view body = text_.substr(open.range.end, close.range.begin - open.range.end);
    const std::size_t first = body.find_first_not_of(" \t\r\n");
    return first != kNone && body.substr(first).starts_with("```");
  }

  std::string_view language_of(const TemplateTag& tag, const std::vector<TagAttribute>& attributes) const {
    if (const TagAttribute* named = find_attribute(attributes, "lang")) return part(named->value);
    if (tag.name == "mermaid") return tag.name;
    for (const TagAttribute& word : attributes) {
      const std::string_view written = part(word.value);
      if (!word.key.empty() || written.empty()) continue;
      if (written.starts_with("lang:")) return written.substr(5);  // Octopress
      return written.find_first_of(" `\n") == kNone ? written : std::string_view();
    }
    return {};
  }

  // {% include figure.html alt="…" caption="…" %}, {% note warning %} … {% endnote %}
  void take_opening(const TemplateTag& tag, const std::vector<TagAttribute>& attributes, bool paired) {
    if (TagEdits::is_picture(tag, attributes)) return edits_.picture(tag, attributes);
    if (const ByteRange shown = words_of_hexo(tag, attributes); !shown.empty()) return edits_.keep(tag, {{"", shown, true}});
    if (paired && TagEdits::is_box(tag)) return edits_.announce_box(tag, attributes);
    const std::vector<TagAttribute> words = paired ? edits_.words_of(tag, attributes) : std::vector<TagAttribute>();
    words.empty() ? edits_.leave_out(tag) : edits_.keep(tag, words);
  }

  // The plain words from `first` on, up to an address, a quotation or a switch.
  ByteRange plain_words(const std::vector<TagAttribute>& attributes, std::size_t first) const {
    std::size_t last = first;
    for (; last < attributes.size(); ++last) {
      const TagAttribute& word = attributes[last];
      const std::string_view written = part(word.value);
      if (!word.key.empty() || word.quoted || written == "true" || written == "false" || written.starts_with('/')) break;
    }
    return last == first ? ByteRange{} : ByteRange{attributes[first].value.begin, attributes[last - 1].value.end};
  }

  // What Hexo's own tags and its themes show of their words (https://hexo.io/docs/tag-plugins); empty for other tags.
  ByteRange words_of_hexo(const TemplateTag& tag, const std::vector<TagAttribute>& attributes) const {
    if (attributes.empty()) return {};
    const TagAttribute& first = attributes.front();
    if (tag.name == "post_link" || tag.name == "asset_link") {  // slug, words
      if (attributes.size() < 2) return {};
      return attributes[1].quoted ? attributes[1].value : plain_words(attributes, 1);
    }
    if (tag.name == "link") {  // words, address; Jekyll's has a path alone
      if (first.quoted) return first.value;
      const ByteRange words = plain_words(attributes, 0);
      return part(words).find_first_of("/.") == kNone && attributes.size() > 1 ? words : ByteRange{};
    }
    if (tag.name == "blockquote" || tag.name == "quote") return plain_words(attributes, 0);  // who said it, and where
    if (tag.name == "label") {                                                               // kind@words
      const std::size_t at = text_.substr(0, tag.inside.end).find('@', tag.inside.begin);
      return at == kNone ? ByteRange{} : ByteRange{at + 1, tag.inside.end};
    }
    return {};
  }

  // "<!-- tab Oil@icon -->" within Hexo's {% tabs %}: the tab's title.
  void take_tabs(ByteRange range) {
    constexpr std::string_view kTab = "<!-- tab ", kClose = "-->";
    if (range.begin < tabs_end_) return;  // within others
    tabs_end_ = range.end;
    const std::string_view within = text_.substr(0, range.end);
    for (std::size_t at = within.find(kTab, range.begin); at != kNone; at = within.find(kTab, at + kTab.size())) {
      const std::size_t close = within.find(kClose, at);
      if (close == kNone) return;
      const std::size_t icon = within.substr(0, close).find('@', at);
      const ByteRange title = trim(text_, {at + kTab.size(), std::min(icon, close)});
      const bool one_line = part({at, close}).find('\n') == kNone;
      if (title.empty() || !one_line || !edits_.stands_alone({at, close + kClose.size()})) continue;
      edits_.remove({at, title.begin}, SilentKind::html_comment);
      edits_.remove({title.end, close + kClose.size()}, SilentKind::html_comment);
      edits_.part({at, close + kClose.size()});
    }
  }

  std::string_view part(ByteRange range) const { return text_.substr(range.begin, range.size()); }

  const MarkdownScan& scan_;
  std::string_view text_;
  TagEdits edits_;
  std::vector<TemplateTag> tags_;
  std::vector<std::size_t> end_;  // of each tag; kNone where it has none
  std::size_t tabs_end_ = 0;      // where the last tabs ended
};

}  // namespace

Rewrites rewrite_liquid(const MarkdownScan& scan) { return LiquidRewriter(scan).run(); }

}  // namespace aloud
