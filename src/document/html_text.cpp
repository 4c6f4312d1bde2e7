#include "document/html_text.h"

#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "document/html_table.h"
#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxOpenElements = 256;  // deeper nesting is not followed; it costs a language, never text

constexpr std::array kVoid{"area"sv,  "base"sv, "br"sv,   "col"sv,    "embed"sv, "hr"sv, "img"sv,
                           "input"sv, "link"sv, "meta"sv, "source"sv, "track"sv, "wbr"sv};
constexpr std::array kInline{"a"sv,   "abbr"sv, "b"sv,  "bdi"sv,  "bdo"sv,   "cite"sv, "code"sv,   "data"sv,
                             "del"sv, "dfn"sv,  "em"sv, "font"sv, "i"sv,     "ins"sv,  "kbd"sv,    "mark"sv,
                             "q"sv,   "ruby"sv, "s"sv,  "samp"sv, "small"sv, "span"sv, "strong"sv, "sub"sv,
                             "sup"sv, "time"sv, "tt"sv, "u"sv,    "var"sv,   "wbr"sv,  "img"sv,    ""sv};

template <typename Names>
bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) { return is_blank(c) || is_line_end(c) || c == '\f' || c == '\v'; }

struct Attribute {
  std::string name;
  ByteRange value;  // in the tag
};

// The next attribute of a tag; `at` moves behind it.
Attribute next_attribute(std::string_view tag, std::size_t& at) {
  while (at < tag.size() && (is_space(tag[at]) || tag[at] == '/')) ++at;
  const std::size_t begin = at;
  while (at < tag.size() && !is_space(tag[at]) && tag[at] != '=' && tag[at] != '>' && tag[at] != '/') ++at;
  const std::string name = ascii_lower(tag.substr(begin, at - begin));
  std::size_t value = at;
  while (value < tag.size() && is_space(tag[value])) ++value;
  if (value >= tag.size() || tag[value] != '=') {
    if (at == begin) ++at;
    return {name, {}};
  }
  ++value;
  while (value < tag.size() && is_space(tag[value])) ++value;
  const char quote = value < tag.size() && (tag[value] == '"' || tag[value] == '\'') ? tag[value++] : '\0';
  std::size_t end = value;
  while (end < tag.size() && (quote != '\0' ? tag[end] != quote : !is_space(tag[end]) && tag[end] != '>')) ++end;
  at = end + (quote != '\0' ? 1 : 0);
  return {name, {value, end}};
}

// What colspan and rowspan may say; anything else is 1.
std::size_t span_of(std::string_view value) {
  constexpr std::size_t kMost = 256;
  std::size_t number = 1;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && number >= 1 ? std::min(number, kMost) : 1;
}

bool is_table_part(std::string_view name) {
  constexpr std::array kParts{"table"sv, "tr"sv, "td"sv, "th"sv, "thead"sv, "tbody"sv, "tfoot"sv, "caption"sv, "colgroup"sv};
  return among(kParts, name);
}

bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

// The end of what begins with "<" at `at`: a comment, a declaration or a tag; nullopt for a "<" that is text.
std::optional<std::size_t> tag_end(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  const auto after = [&](std::string_view mark, std::size_t from) -> std::optional<std::size_t> {
    const std::size_t found = html.find(mark, from);
    return found == std::string_view::npos ? html.size() : found + mark.size();
  };
  if (rest.starts_with("<!--")) return after("-->", at + 4);
  if (rest.starts_with("<![CDATA[")) return at + 9;
  if (rest.starts_with("<!") || rest.starts_with("<?")) return after(">", at + 2);
  const std::size_t name = at + (rest.starts_with("</") ? 2 : 1);
  if (name >= html.size() || !is_ascii_letter(html[name])) return std::nullopt;
  char quote = '\0';
  for (std::size_t i = name; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return std::nullopt;
}

// Walks over one block of HTML.
class Reader {
 public:
  Reader(const Content& html, OpenElements& open, std::vector<SilentRange>& silent)
      : html_(html), text_(html.text()), open_(open), silent_(silent) {}

  std::vector<HtmlPart> read() {
    while (at_ < text_.size()) {
      if (text_[at_] == '<' && !no_more_tags_) {
        if (const auto end = tag_end(text_, at_)) {
          tag(*end);
          continue;
        }
        // A tag that is not closed up to the end of the block: trying again from every later "<" would take quadratic time.
        no_more_tags_ = at_ + 1 < text_.size() && (is_ascii_letter(text_[at_ + 1]) || text_[at_ + 1] == '/');
      }
      character();
    }
    flush();
    dissolve_row();
    return std::move(parts_);
  }

 private:
  void silence(std::size_t begin, std::size_t end, SilentKind kind) {
    if (begin < end) silent_.push_back({{html_.source_of(begin), html_.source_of(end - 1) + 1}, kind});
  }

  void tag(std::size_t end) {
    const std::string_view written = std::string_view(text_).substr(at_, end - at_);
    const bool comment = written.starts_with("<!--");
    const HtmlTag tag = parse_html_tag(written);
    const bool table_part = is_table_part(tag.name);
    const bool language = tag.lang || (tag.closing && !open_.language().empty());
    const bool within_cell = rows_.in_cell() && !table_part;
    const std::size_t begin = std::exchange(at_, end);
    if (tag.name == "br") {
      space(begin, end);
    } else {
      if (within_cell && breaks_text(tag.name)) part_words(end);
      if (!within_cell && (table_part || breaks_text(tag.name) || language)) flush();
      silence(begin, end, comment ? SilentKind::html_comment : SilentKind::html_tag);
    }
    if (!tag.alt.empty() && !tag.closing) image(tag, begin);
    if (!tag.closing && hides_content(tag.name)) return skip_content(tag.name);
    if (table_part) end_table_part(tag);
    open_.apply(tag);
    if (table_part) begin_table_part(tag);
    if (rows_.in_cell()) note_language();
  }

  // What a tag of a table ends: the row, for all but cells.
  void end_table_part(const HtmlTag& tag) {
    if (is_cell(tag.name) || !rows_.in_row()) return;
    if (tag.name == "table" && !tag.closing) return dissolve_row();  // a table in a table
    HtmlPart row = rows_.end_row();
    if (row.cells.empty()) return;
    row.first_in_table = open_.take_table_border();
    row.header_row = row.header_row && row.first_in_table;
    parts_.push_back(std::move(row));
  }

  void begin_table_part(const HtmlTag& tag) {
    if (tag.name == "table") rows_.begin_table();
    if (tag.closing) return;
    if (tag.name == "tr" && open_.contains("table")) rows_.begin_row(open_.language());
    if (!is_cell(tag.name) || !rows_.in_row()) return;
    rows_.begin_cell(tag);
    stretch_ = {0, rows_.language()};
  }

  void dissolve_row() {
    for (HtmlPart& part : rows_.dissolve()) parts_.push_back(std::move(part));
  }

  // In a cell, a change of language is a span of its own.
  void note_language() {
    if (open_.language() != stretch_.language) end_stretch();
  }
  void end_stretch() {
    const std::size_t end = part_.text.size();
    if (end > stretch_.begin && !stretch_.language.empty() && stretch_.language != rows_.language()) {
      part_.spans.push_back({SpanKind::language, {stretch_.begin, end}, stretch_.language});
    }
    stretch_ = {end, open_.language()};
  }

  void image(const HtmlTag& tag, std::size_t tag_begin) {
    const std::size_t begin = part_.text.size();
    append_html_text(html_, {tag_begin + tag.alt.begin, tag_begin + tag.alt.end}, part_.text);
    if (part_.text.size() > begin) part_.spans.push_back({SpanKind::image, {begin, part_.text.size()}, tag.source});
  }

  void skip_content(const std::string& name) {
    std::size_t end = at_;
    const std::string closing = "</" + name;
    while ((end = text_.find("</", end)) != std::string::npos &&
           ascii_lower(std::string_view(text_).substr(end, closing.size())) != closing) {
      end += 2;
    }
    end = std::min(end, text_.size());
    silence(at_, end, SilentKind::html_tag);
    at_ = end;
  }

  void character() {
    if (is_space(text_[at_])) {
      std::size_t end = at_;
      while (end < text_.size() && is_space(text_[end])) ++end;
      space(at_, end);
      at_ = end;
      return;
    }
    if (const auto entity = entity_at(text_, at_)) {
      part_.text.append(entity->text, {html_.source_of(at_), html_.source_of(at_ + entity->size - 1) + 1}, Mapping::whole);
      at_ += entity->size;
      return;
    }
    std::size_t end = at_ + 1;
    while (end < text_.size() && !is_space(text_[end]) && text_[end] != '<' && text_[end] != '&') ++end;
    part_.text.append_linear(std::string_view(text_).substr(at_, end - at_), html_.source_of(at_));
    at_ = end;
  }

  // One space, however wide; none at the start. The range ends where the first line does: what containers put before the next
  // is markup.
  void space(std::size_t begin, std::size_t end) {
    const bool needed = !part_.text.empty() && part_.text.text().back() != ' ';
    if (needed) {
      part_.text.append(" ", {html_.source_of(begin), html_.source_of(html_.piece_end(begin, end) - 1) + 1}, Mapping::whole);
    } else if (text_[begin] == '<') {
      silence(begin, end, SilentKind::html_tag);
    }
  }

  // A space that nobody wrote, between two lines of a cell.
  void part_words(std::size_t end) {
    const std::size_t source = html_.source_of(end - 1) + 1;
    if (!part_.text.empty() && part_.text.text().back() != ' ') part_.text.append(" ", {source, source}, Mapping::whole);
  }

  // What was read so far is a cell, or a paragraph.
  void flush() {
    if (rows_.in_cell()) end_stretch();
    if (!part_.text.empty() && part_.text.text().back() == ' ') {
      part_.text = part_.text.slice({0, part_.text.size() - 1});
      for (Span& span : part_.spans) span.text.end = std::min(span.text.end, part_.text.size());
    }
    std::stable_sort(part_.spans.begin(), part_.spans.end(), [](const Span& a, const Span& b) {
      return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
    });
    if (rows_.in_cell()) {
      rows_.end_cell(std::move(part_));
    } else if (!part_.text.empty()) {
      HtmlPart part;
      part.text = std::move(part_);
      part.language = open_.language();
      part.level = open_.heading_level();
      parts_.push_back(std::move(part));
    }
    part_ = {};
  }

  struct Stretch {
    std::size_t begin = 0;  // in the cell's text
    std::string language;
  };

  const Content& html_;
  const std::string& text_;
  OpenElements& open_;
  std::vector<SilentRange>& silent_;
  std::size_t at_ = 0;
  bool no_more_tags_ = false;
  RichText part_;
  std::vector<HtmlPart> parts_;
  HtmlRows rows_;
  Stretch stretch_;
};

}  // namespace

HtmlTag parse_html_tag(std::string_view tag) {
  HtmlTag result;
  std::size_t at = tag.starts_with("</") ? 2 : 1;
  result.closing = at == 2;
  const std::size_t begin = at;
  while (at < tag.size() && (is_ascii_letter(tag[at]) || (at > begin && (is_ascii_digit(tag[at]) || tag[at] == '-')))) ++at;
  result.name = ascii_lower(tag.substr(begin, at - begin));
  result.self_closing = tag.ends_with("/>") || among(kVoid, result.name);
  while (!result.name.empty() && !result.closing && at < tag.size() && tag[at] != '>') {
    const Attribute attribute = next_attribute(tag, at);
    const std::string_view value = tag.substr(attribute.value.begin, attribute.value.size());
    if (attribute.name == "lang" && !result.lang && !value.empty()) result.lang = value;
    if (attribute.name == "alt" && result.name == "img" && result.alt.empty()) result.alt = attribute.value;
    if (attribute.name == "src" && result.name == "img") result.source = value;
    if (attribute.name == "colspan") result.columns = span_of(value);
    if (attribute.name == "rowspan") result.rows = span_of(value);
  }
  return result;
}

bool hides_content(std::string_view element) { return element == "script" || element == "style"; }

bool breaks_text(std::string_view element) { return !among(kInline, element); }

void OpenElements::apply(const HtmlTag& tag) {
  if (tag.name.empty() || (tag.self_closing && !tag.closing)) return;
  table_border_ = table_border_ || tag.name == "table";
  if (!tag.closing) {
    if (elements_.size() < kMaxOpenElements) elements_.push_back({tag.name, tag.lang.value_or("")});
    return;
  }
  const auto match =
      std::find_if(elements_.rbegin(), elements_.rend(), [&](const Element& element) { return element.name == tag.name; });
  if (match != elements_.rend()) elements_.erase(match.base() - 1, elements_.end());
}

const std::string& OpenElements::language() const {
  static const std::string kNone;
  const auto match = std::find_if(elements_.rbegin(), elements_.rend(), [](const Element& e) { return !e.lang.empty(); });
  return match == elements_.rend() ? kNone : match->lang;
}

bool OpenElements::contains(std::string_view name) const {
  return std::any_of(elements_.begin(), elements_.end(), [&](const Element& element) { return element.name == name; });
}

int OpenElements::heading_level() const {
  for (auto element = elements_.rbegin(); element != elements_.rend(); ++element) {
    const std::string& name = element->name;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') return name[1] - '0';
  }
  return 0;
}

bool OpenElements::take_table_border() { return std::exchange(table_border_, false); }

ByteRange HtmlPart::source() const {
  if (cells.empty()) return text.text.source_of({0, text.text.size()});
  ByteRange all;
  for (const RichText& cell : cells) {
    if (cell.text.empty()) continue;
    const ByteRange one = cell.text.source_of({0, cell.text.size()});
    all = all.empty() ? one : ByteRange{std::min(all.begin, one.begin), std::max(all.end, one.end)};
  }
  return all;
}

void append_html_text(const Content& html, ByteRange range, AlignedText& text) {
  const std::string& content = html.text();
  const auto source = [&](std::size_t begin, std::size_t end) {
    return ByteRange{html.source_of(begin), html.source_of(end - 1) + 1};
  };
  while (range.begin < range.end && is_space(content[range.begin])) ++range.begin;
  while (range.begin < range.end && is_space(content[range.end - 1])) --range.end;
  for (std::size_t at = range.begin; at < range.end;) {
    std::size_t end = at;
    while (end < range.end && is_space(content[end])) ++end;
    if (end > at) {
      text.append(" ", source(at, html.piece_end(at, end)), Mapping::whole);
    } else if (const auto entity = entity_at(content, at); entity && at + entity->size <= range.end) {
      end = at + entity->size;
      text.append(entity->text, source(at, end), Mapping::whole);
    } else {
      for (end = at + 1; end < range.end && !is_space(content[end]) && content[end] != '&';) ++end;
      text.append_linear(std::string_view(content).substr(at, end - at), html.source_of(at));
    }
    at = end;
  }
}

std::vector<HtmlPart> read_html(const Content& html, OpenElements& open, std::vector<SilentRange>& silent) {
  return Reader(html, open, silent).read();
}

std::optional<Entity> entity_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 40;  // longer than any name in HTML5
  if (text[at] != '&') return std::nullopt;
  const std::string_view rest = text.substr(at + 1, kLongest);
  cmark_strbuf buffer{};
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0);
  const bufsize_t used =
      houdini_unescape_ent(&buffer, reinterpret_cast<const uint8_t*>(rest.data()), static_cast<bufsize_t>(rest.size()));
  Entity entity{std::string(reinterpret_cast<const char*>(buffer.ptr), static_cast<std::size_t>(buffer.size)),
                static_cast<std::size_t>(used) + 1};
  cmark_strbuf_free(&buffer);
  return used == 0 ? std::nullopt : std::optional(entity);
}

}  // namespace aloud
