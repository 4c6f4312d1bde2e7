#include <algorithm>
#include <array>
#include <utility>

#include "document/lines.h"
#include "document/markdown/colon_fences.h"
#include "document/markdown/jsx.h"
#include "document/markdown/line_edits.h"
#include "document/markdown/mdx.h"
#include "document/markdown/mdx_evidence.h"
#include "util/ascii.h"

namespace aloud {
namespace {

// Where components of Docusaurus, Starlight, Mintlify, Nextra and their kin have what a reader sees as their heading.
constexpr std::array<std::string_view, 7> kTitles{"title", "label", "summary", "caption", "heading", "header", "question"};

// Components with a name that says what they are: <Note>, <Tip>; the others by their attribute `type`.
constexpr std::array<std::string_view, 5> kTyped{"Admonition", "Callout", "Aside", "Alert", "Message"};

// Elements of HTML that only arrange what stands in them: in MDX that is Markdown, while CommonMark would read it as HTML.
constexpr std::array<std::string_view, 12> kBoxes{"div",    "section", "span",   "p",     "main", "article",
                                                  "center", "header",  "footer", "aside", "nav",  "figure"};

template <typename Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class MdxTags {
 public:
  MdxTags(const MarkdownScan& scan, MdxEvidence evidence)
      : scan_(scan), text_(scan.text()), jsx_(text_), module_(evidence == MdxEvidence::module), list_(scan) {}

  Rewrites run() {
    for (const ScannedLine& line : scan_.lines()) {
      line_ = &line;
      line_start_ = line.content;
      const bool prose = line.kind == ScannedLine::Kind::text || (module_ && line.kind == ScannedLine::Kind::indented_code);
      if (!prose || line.range.end <= done_) continue;
      for (std::size_t at = std::max(line.content, done_); at < line.range.end;) at = take(at);
    }
    return list_.take();
  }

 private:
  // What begins at `at`, or the next that might be something.
  std::size_t take(std::size_t at) {
    at = std::min(text_.substr(0, line_->range.end).find_first_of("<{\\$", at), line_->range.end);
    if (at >= line_->range.end) return at;
    if (line_->kind == ScannedLine::Kind::text) {
      if (const std::size_t behind = scan_.behind_code(at); behind != at) return done_ = std::max(done_, behind);
    }
    if (text_[at] == '\\') return at + 2;
    if (text_[at] == '$') return behind_formula(at);
    const std::size_t end = text_[at] == '{' ? expression(at) : tag(at);
    if (end == at) return at + 1;
    done_ = std::max(done_, end);
    return end;
  }

  // Braces in "$\\frac{a}{b}$" are TeX's.
  std::size_t behind_formula(std::size_t at) const {
    const std::string_view rest = text_.substr(0, line_->range.end);
    const std::size_t close = rest.find('$', at + 1);
    if (close == std::string_view::npos) return at + 1;
    return rest.substr(at, close - at).find_first_of("\\^_{") != std::string_view::npos ? close + 1 : at + 1;
  }

  std::size_t expression(std::size_t at) {
    if (!module_) return at;
    const auto end = jsx_.bracket_end(at);
    if (!end) return at;
    const std::string_view inside = text_.substr(at + 1, *end - at - 2);
    const ByteRange used = trim(inside, {0, inside.size()});
    const std::string_view code = inside.substr(used.begin, used.size());
    const char quote = code.empty() ? '\0' : code.front();
    const bool string = code.size() >= 2 && (quote == '"' || quote == '\'' || quote == '`') &&
                        code.find(quote, 1) == code.size() - 1 && code.find("${") == std::string_view::npos;
    if (string) {
      const auto begin = static_cast<std::size_t>(code.data() - text_.data());
      list_.remove({at, begin + 1}, SilentKind::program);
      list_.remove({begin + code.size() - 1, *end}, SilentKind::program);
    } else {
      list_.remove({at, *end}, code.starts_with("/*") ? SilentKind::comment : SilentKind::program);
    }
    return *end;
  }

  std::size_t tag(std::size_t at) {
    const auto tag = jsx_.tag_at(at);
    if (!tag) return at;
    const bool attached = at > 0 && (is_ascii_letter(text_[at - 1]) || is_ascii_digit(text_[at - 1]));  // Vec<Item>
    if (attached && !tag->closing && !module_) return at;
    const bool ours = tag->is_component() || tag->has_expression || (module_ && is_one_of(tag->name, kBoxes));
    if (!ours || (tag->name.empty() && !module_)) return at;
    const bool first = trim(text_, {line_start_, at}).empty();
    const std::string_view title = tag->closing ? std::string_view() : title_of(*tag);
    if (!title.empty() || (!tag->closing && is_admonition(*tag))) {
      say_title(*tag, {at, tag->end}, title, first);
    } else {
      list_.remove({at, tag->end}, SilentKind::html_tag);
    }
    if (first) line_start_ = tag->end;  // what follows still begins the line
    return tag->end;
  }

  static std::string_view title_of(const JsxTag& tag) {
    if (!tag.is_component()) return {};
    for (const std::string_view name : kTitles) {
      if (const std::string_view value = tag.value_of(name); !value.empty()) return value;
    }
    return {};
  }

  static bool is_admonition(const JsxTag& tag) {
    return is_one_of(tag.name, kTyped) || (tag.is_component() && is_admonition_kind(tag.name));
  }

  ByteRange range_of(std::string_view part) const {
    if (part.empty()) return {};
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    return {begin, begin + part.size()};
  }

  void say_title(const JsxTag& tag, ByteRange range, std::string_view title, bool first) {
    const ByteRange kind = range_of(is_one_of(tag.name, kTyped) ? tag.value_of("type") : tag.name);
    if (is_admonition(tag)) {
      if (first || !title.empty()) return open_admonition(scan_, range, kind, range_of(title), list_);
      return list_.remove(range, SilentKind::html_tag);
    }
    const ByteRange said = range_of(title);
    if (first) list_.insert(range.begin, "\n\n");
    list_.remove({range.begin, said.begin}, SilentKind::html_tag);
    list_.remove({said.end, range.end}, SilentKind::html_tag);
    list_.insert(range.end, first ? "\n\n" : ". ");
  }

  const MarkdownScan& scan_;
  std::string_view text_;
  JsxScanner jsx_;
  bool module_;
  LineEdits list_;
  const ScannedLine* line_ = nullptr;
  std::size_t line_start_ = 0;  // of what is said of the line
  std::size_t done_ = 0;
};

}  // namespace

Rewrites rewrite_mdx_tags(const MarkdownScan& scan) {
  const MdxEvidence evidence = mdx_evidence(scan);
  if (evidence == MdxEvidence::none) return {};
  return MdxTags(scan, evidence).run();
}

}  // namespace aloud
