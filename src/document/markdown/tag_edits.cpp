#include "document/markdown/tag_edits.h"

#include <algorithm>
#include <array>

#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMostTexts = 4;             // of an image: title, alt, caption
constexpr std::size_t kLongestDestination = 512;  // what is looked at before a tag, in bytes

// Whether a description may stand between "![" and "]" as it is.
bool has_balanced_brackets(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size() && depth >= 0; ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '[')
      ++depth;
    else if (text[at] == ']')
      --depth;
  }
  return depth == 0 && !text.ends_with('\\');
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool ends_sentence(std::string_view text) { return text.empty() || std::string_view(".!?:;").find(text.back()) != kNone; }

// "600x300", "50%", "120px center": how large a picture is shown, and where.
bool is_size(std::string_view text) {
  const std::string_view size = text.substr(0, text.find(' '));
  const std::size_t unit = size.find_first_not_of("0123456789.x×");
  constexpr std::array kUnits = std::to_array<std::string_view>({"px", "%", "em", "rem", "vw", "w", "h", "q"});
  const bool number = !size.empty() && is_ascii_digit(size.front());
  if (!number || (unit != kNone && !is_one_of(size.substr(unit), kUnits))) return false;
  if (size.size() == text.size()) return unit != kNone || size.find('x') != kNone || size.find("×") != kNone;
  constexpr std::array kPlaces =
      std::to_array<std::string_view>({"center", "left", "right", "top", "bottom", "smart", "webp", "png", "jpg"});
  const std::string_view rest = text.substr(text.find_last_of(' ') + 1);
  return is_one_of(rest, kPlaces);
}

// Boxes whose kind is an attribute.
constexpr std::array kBoxes =
    std::to_array<std::string_view>({"alert", "callout", "admonition", "admonitions", "box", "message"});
constexpr std::array kKindKeys = std::to_array<std::string_view>({"", "type", "kind", "style", "level", "color", "status"});
constexpr std::array kPictures =
    std::to_array<std::string_view>({"figure", "img", "image", "fig", "picture", "imgproc", "resize-image", "asset_img"});

// Sections that a reader opens; their title is their first word.
constexpr std::array kSections =
    std::to_array<std::string_view>({"tab", "expand", "details", "collapse", "collapsible", "accordion", "accordion-item",
                                     "spoiler", "step", "section", "card"});

// Attributes that a reader sees.
constexpr std::array kWordings =
    std::to_array<std::string_view>({"text", "title", "subtitle", "header", "heading", "label", "summary"});

}  // namespace

bool TagEdits::is_box(const TemplateTag& tag) { return is_one_of(tag.name, kBoxes) || is_admonition_kind(tag.name); }

bool TagEdits::is_picture(const TemplateTag& tag, const std::vector<TagAttribute>& attributes) {
  if (find_first_attribute(attributes, {"alt", "caption"}) != nullptr) return true;
  return is_one_of(tag.name, kPictures) && !attributes.empty();
}

bool TagEdits::is_wording(const TagAttribute& value) const {
  const std::string_view written = text_.substr(value.value.begin, value.value.size());
  if (is_size(written)) return false;
  const bool path = written.find(' ') == kNone && written.find_first_of("/.") != kNone;
  return value.quoted && !written.empty() && written != "true" && written != "false" && !path && written.find("{{") == kNone;
}

std::vector<TagAttribute> TagEdits::words_of(const TemplateTag& tag, const std::vector<TagAttribute>& attributes) const {
  std::vector<TagAttribute> words;
  for (const TagAttribute& attribute : attributes) {
    if (is_one_of(attribute.key, kWordings) && is_wording(attribute)) words.push_back(attribute);
  }
  for (const TagAttribute& attribute : attributes) {
    if (!words.empty() || !is_one_of(tag.name, kSections)) break;
    const bool first = attribute.key.empty() && &attribute == attributes.data();
    if ((first || attribute.key == "name") && is_wording(attribute)) words.push_back(attribute);
  }
  return words;
}

void TagEdits::announce_box(const TemplateTag& tag, const std::vector<TagAttribute>& attributes) {
  std::string_view kind = tag.name;
  const TagAttribute* title = find_first_attribute(attributes, {"title", "heading", "header"});
  if (title != nullptr && !is_wording(*title)) title = nullptr;
  const bool general = is_one_of(tag.name, kBoxes) || tag.name == "notice" || tag.name == "hint" || tag.name == "note";
  bool told = !general;
  for (const TagAttribute& attribute : attributes) {
    const std::string_view written = text_.substr(attribute.value.begin, attribute.value.size());
    const bool names_kind = is_one_of(attribute.key, kKindKeys) && is_admonition_kind(written);
    if (!told && names_kind) kind = written;
    told = told || names_kind;
    if (title == nullptr && attribute.key.empty() && !names_kind && is_wording(attribute)) title = &attribute;
  }
  if (!told && is_one_of(tag.name, kBoxes)) kind = "note";
  announce(tag, kind, title);
}

bool TagEdits::is_in_destination(const TemplateTag& tag) {
  const std::size_t line = scan_.lines()[line_of(tag.range.begin)].content;
  const std::size_t least = std::max(line, tag.range.begin > kLongestDestination ? tag.range.begin - kLongestDestination : 0);
  std::size_t at = tag.range.begin;
  for (; at > least; --at) {
    const char c = text_[at - 1];
    if (at == destination_) return true;
    if (is_blank(c) || c == ')' || c == '>') break;
    if (c == '(' && at > 1 && text_[at - 2] == ']') return true;
    if (c == '=' && at == tag.range.begin) return text_.substr(least, at - least).rfind('<') != kNone;
  }
  // "[label]: {{ address }}"
  if (least > line || text_.compare(line, 1, "[") != 0) return false;
  const std::string_view before = text_.substr(line, tag.range.begin - line);
  const std::size_t label = before.find("]:");
  return !before.starts_with("[^") && label != kNone && before.find_first_not_of(" \t", label + 2) == kNone;
}

bool TagEdits::takes_line(const TemplateTag& tag) const {
  const auto& lines = scan_.lines();
  const std::size_t first = line_of(tag.range.begin), last = line_of(tag.range.end);
  if (first == 0 || last + 1 >= lines.size()) return false;
  const std::string_view before = scan_.content(lines[first - 1]), behind = scan_.content(lines[last + 1]);
  const auto continues = [](std::string_view line) {
    return line.starts_with('|') || line.starts_with('<') || line.starts_with("{%");
  };
  return continues(behind) && continues(before);
}

void TagEdits::leave_out(const TemplateTag& tag, SilentKind reason) {
  ByteRange range = tag.range;
  if (tag.kind == TemplateTag::Kind::output && range.begin > 0 && text_[range.begin - 1] == '$') --range.begin;  // ${{ … }}
  if (is_in_destination(tag)) {
    const bool first = destination_ != range.begin;
    destination_ = tag.range.end;
    return replace(range, first ? "#" : "", reason);
  }
  if (range.begin > 0 && range.end < text_.size() && text_[range.begin - 1] == '<' && text_[range.end] == '>') {
    return remove({range.begin - 1, range.end + 1}, reason);
  }
  if (stands_alone(range) && takes_line(tag)) {
    range = {scan_.lines()[line_of(range.begin)].range.begin, next_line(text_, range.end)};
  }
  remove_word(range, reason);
}

void TagEdits::keep(const TemplateTag& tag, const std::vector<TagAttribute>& values) {
  const bool alone = stands_alone(tag.range);
  std::size_t at = tag.range.begin;
  for (const TagAttribute& value : values) {
    const bool first = at == tag.range.begin;
    replace({at, value.value.begin}, first ? "" : ends_sentence(text_.substr(0, at)) ? " " : ". ", SilentKind::template_tag);
    at = value.value.end;
  }
  remove({at, tag.range.end}, SilentKind::template_tag);
  if (alone) part(tag.range);
}

std::string TagEdits::image_destination(const std::vector<TagAttribute>& attributes) const {
  const TagAttribute* source = find_first_attribute(attributes, {"src", "link", "url"});
  if (source == nullptr) return "](#)";
  const std::string_view address = text_.substr(source->value.begin, source->value.size());
  const bool plain = address.find_first_of("<>\\\r\n{}") == kNone;
  return plain ? "](<" + std::string(address) + ">)" : "](#)";
}

void TagEdits::picture(const TemplateTag& tag, const std::vector<TagAttribute>& attributes) {
  std::vector<ByteRange> texts;
  const auto add = [&](ByteRange range) {
    const std::string_view written = text_.substr(range.begin, range.size());
    const auto same = [&](ByteRange other) { return text_.substr(other.begin, other.size()) == written; };
    const bool fits = texts.size() < kMostTexts && !written.empty() && written.find("{{") == kNone;
    if (fits && std::none_of(texts.begin(), texts.end(), same)) texts.push_back(range);
  };
  for (const TagAttribute& attribute : attributes) {
    if (attribute.key == "alt" || attribute.key == "caption" || attribute.key == "title") add(attribute.value);
  }
  for (std::size_t i = 1; i < attributes.size() && texts.empty(); ++i) {  // {% image "kiln.jpg", "The kiln" %}
    if (attributes[i].key.empty() && is_wording(attributes[i])) add(attributes[i].value);
  }
  if (texts.empty()) return replace(tag.range, "![" + image_destination(attributes), SilentKind::template_tag);
  const TagAttribute* alt = find_attribute(attributes, "alt");
  std::size_t described = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (alt != nullptr && texts[i] == alt->value) described = i;
  }
  const bool alone = stands_alone(tag.range);
  std::size_t at = tag.range.begin;
  std::string pending;  // what has to stand behind the text before
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string_view written = text_.substr(texts[i].begin, texts[i].size());
    const bool image = i == described && has_balanced_brackets(written);
    replace({at, texts[i].begin}, pending + (image ? "![" : ""), SilentKind::template_tag);
    at = texts[i].end;
    pending = image ? image_destination(attributes) : ends_sentence(written) ? "" : ".";
    if (i + 1 < texts.size()) pending += " ";
  }
  if (!alone && pending == ".") pending.clear();
  replace({at, tag.range.end}, pending, SilentKind::template_tag);
  if (alone) part(tag.range);
}

void TagEdits::announce(const TemplateTag& tag, std::string_view kind, const TagAttribute* title) {
  const std::optional<ByteRange> written = title == nullptr ? std::nullopt : std::optional(title->value);
  LineEdits::announce(tag.range, kind, written, SilentKind::template_tag);
}

void TagEdits::code(const TemplateTag& open, const TemplateTag& close, std::string_view language) {
  const std::string_view body = text_.substr(open.range.end, close.range.begin - open.range.end);
  if (!stands_alone({open.range.begin, close.range.end}) && body.find('\n') == kNone) {
    const std::string mark = body.find('`') == kNone ? "`" : "```";
    replace(open.range, mark, SilentKind::template_tag);
    return replace(close.range, mark, SilentKind::template_tag);
  }
  std::size_t longest = 2, run = 0;
  for (const char c : body) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  const std::string prefix = prefix_at(open.range.begin);
  const auto ends_line = [this](std::size_t at) { return trim(text_, {at, scan_.lines()[line_of(at)].range.end}).empty(); };
  const bool begins_line = open.range.begin <= scan_.lines()[line_of(open.range.begin)].content;
  const bool open_ends_line = ends_line(open.range.end);
  const bool close_begins_line = close.range.begin <= scan_.lines()[line_of(close.range.begin)].content;
  const bool close_ends_line = ends_line(close.range.end);
  const std::string line = "\n" + prefix;
  replace(open.range, (begins_line ? "" : line) + fence + std::string(language) + (open_ends_line ? "" : line),
          SilentKind::template_tag);
  replace(close.range, (close_begins_line ? "" : line) + fence + (close_ends_line ? "" : line), SilentKind::template_tag);
}

}  // namespace aloud
