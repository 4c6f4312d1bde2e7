#include "document/markdown/template_tags.h"

#include <algorithm>
#include <optional>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// How a kind of tag is written. Another `open` ends the search for `close`.
struct Shape {
  TemplateTag::Kind kind;
  std::string_view open, close;
};

// Longer ones first.
constexpr Shape kShapes[] = {
    {TemplateTag::Kind::escaped_shortcode, "{{</*", "*/>}}"},
    {TemplateTag::Kind::escaped_shortcode, "{{%/*", "*/%}}"},
    {TemplateTag::Kind::comment, "{{!--", "--}}"},
    {TemplateTag::Kind::comment, "{{/*", "*/}}"},
    {TemplateTag::Kind::shortcode, "{{<", ">}}"},
    {TemplateTag::Kind::shortcode, "{{%", "%}}"},
    {TemplateTag::Kind::output, "{{{", "}}}"},
    {TemplateTag::Kind::output, "{{", "}}"},
    {TemplateTag::Kind::statement, "{%", "%}"},
    {TemplateTag::Kind::comment, "{#", "#}"},
};
constexpr std::size_t kShapeCount = std::size(kShapes);

bool is_space(char c) { return is_blank(c) || is_line_end(c); }

bool is_name_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || std::string_view("_-./").find(c) != std::string_view::npos;
}

class TagFinder {
 public:
  explicit TagFinder(std::string_view text) : text_(text) {}

  std::vector<TemplateTag> find() {
    for (std::size_t at = text_.find('{'); at != kNone; at = text_.find('{', at)) {
      const std::size_t end = take(at);
      at = end == kNone ? at + 1 : end;
    }
    return std::move(tags_);
  }

 private:
  // Adds the tag that opens at `at`, and returns its end; npos if none does.
  std::size_t take(std::size_t at) {
    for (std::size_t number = 0; number < kShapeCount; ++number) {
      const Shape& shape = kShapes[number];
      if (text_.compare(at, shape.open.size(), shape.open) != 0) continue;
      const std::size_t close = close_of(number, at + shape.open.size());
      if (close == kNone) continue;
      TemplateTag tag{shape.kind, {at, close + shape.close.size()}, {at + shape.open.size(), close}};
      if (!is_plausible(tag)) continue;
      read_name(tag);
      tags_.push_back(tag);
      return tag.range.end;
    }
    return kNone;
  }

  // Where the tag closes; in quotation marks it does not, unless they never end.
  std::size_t close_of(std::size_t number, std::size_t from) {
    const Shape& shape = kShapes[number];
    std::optional<std::size_t>& next = next_close_[number];
    if (!next || *next < from) next = text_.find(shape.close, from);
    if (*next == kNone) return kNone;
    const std::string_view again = shape.open.substr(0, 2 + (shape.open.size() > 2 && shape.open[2] != '!' ? 1 : 0));
    const bool quotes = shape.kind != TemplateTag::Kind::comment;
    char quote = 0;
    for (std::size_t at = from; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == '{' && text_.compare(at, again.size(), again) == 0) break;
      if (shape.kind == TemplateTag::Kind::output && is_line_end(c) && begins_blank_line(next_line(text_, at))) break;
      if (quote != 0 ? c == quote : quotes && (c == '"' || c == '`')) quote = quote != 0 ? 0 : c;
      if (quote == 0 && c == shape.close[0] && text_.compare(at, shape.close.size(), shape.close) == 0) return at;
    }
    const std::size_t again_at = text_.find(again, from);  // quotation marks that do not pair
    return quote != 0 && (again_at == kNone || *next < again_at) ? *next : kNone;
  }

  bool begins_blank_line(std::size_t at) const {
    at = std::min(text_.find_first_not_of(" \t", at), text_.size());
    return at == text_.size() || is_line_end(text_[at]);
  }

  // TeX has braces in braces, {#id} is an attribute list, and "\{{" is not meant.
  bool is_plausible(const TemplateTag& tag) const {
    const std::string_view inside = text_.substr(tag.inside.begin, tag.inside.size());
    const bool blank = std::all_of(inside.begin(), inside.end(), is_space);
    const char before = tag.range.begin == 0 ? ' ' : text_[tag.range.begin - 1];
    switch (tag.kind) {
      case TemplateTag::Kind::comment:
        if (text_[tag.range.begin + 1] != '#') return true;
        return !blank && (is_space(inside.front()) || inside.front() == '-') &&
               (is_space(inside.back()) || inside.back() == '-');
      case TemplateTag::Kind::output:
        return !blank && inside.find('\\') == kNone && std::string_view("^_\\").find(before) == kNone &&
               !is_tex(tag.range.begin);
      case TemplateTag::Kind::statement: {
        const std::size_t first = inside.find_first_not_of("-+~ \t\r\n");
        return first != kNone && before != '\\' &&
               (is_ascii_letter(inside[first]) || inside[first] == '#' || inside[first] == '/');
      }
      default:
        return !blank;
    }
  }

  // Whether a "\command" or a closing brace stands before.
  bool is_tex(std::size_t at) const {
    if (at > 0 && text_[at - 1] == '}') return tags_.empty() || tags_.back().range.end != at;
    constexpr std::size_t kLongestCommand = 24;
    const std::size_t least = at > kLongestCommand ? at - kLongestCommand : 0;
    while (at > least && is_ascii_letter(text_[at - 1])) --at;
    return at > 0 && text_[at - 1] == '\\';
  }

  void read_name(TemplateTag& tag) const {
    ByteRange& inside = tag.inside;
    const bool shortcode = tag.kind == TemplateTag::Kind::shortcode;
    const auto passes = [&](char c) { return is_space(c) || (!shortcode && (c == '-' || c == '+' || c == '~')); };
    while (inside.begin < inside.end && passes(text_[inside.begin])) ++inside.begin;
    while (inside.begin < inside.end && passes(text_[inside.end - 1])) --inside.end;
    if (shortcode && !inside.empty() && text_[inside.end - 1] == '/') {
      tag.whole = true;
      --inside.end;
    }
    if (shortcode && !inside.empty() && text_[inside.begin] == '/') {
      tag.closes = true;
      ++inside.begin;
      while (inside.begin < inside.end && is_space(text_[inside.begin])) ++inside.begin;
    }
    std::size_t end = inside.begin;
    while (end < inside.end && is_name_character(text_[end])) ++end;
    tag.name = text_.substr(inside.begin, end - inside.begin);
    inside.begin = end;
    inside = trim(text_, inside);
  }

  std::string_view text_;
  std::vector<TemplateTag> tags_;
  std::optional<std::size_t> next_close_[kShapeCount];  // of each shape, the first close behind what was looked at last
};

}  // namespace

std::vector<TemplateTag> find_template_tags(std::string_view text) { return TagFinder(text).find(); }

}  // namespace aloud
