#include "document/markdown/liquid.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

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
    if (paired && TagEdits::is_box(tag)) return edits_.announce_box(tag, attributes);
    const std::vector<TagAttribute> words = paired ? edits_.words_of(tag, attributes) : std::vector<TagAttribute>();
    words.empty() ? edits_.leave_out(tag) : edits_.keep(tag, words);
  }

  std::string_view part(ByteRange range) const { return text_.substr(range.begin, range.size()); }

  const MarkdownScan& scan_;
  std::string_view text_;
  TagEdits edits_;
  std::vector<TemplateTag> tags_;
  std::vector<std::size_t> end_;  // of each tag; kNone where it has none
};

}  // namespace

Rewrites rewrite_liquid(const MarkdownScan& scan) { return LiquidRewriter(scan).run(); }

}  // namespace aloud
