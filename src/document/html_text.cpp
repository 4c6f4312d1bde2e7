#include "document/html_text.h"

#include <cmark-gfm/houdini.h>

#include <algorithm>
#include <array>
#include <utility>

#include "document/html_elements.h"
#include "document/html_spans.h"
#include "document/html_table.h"
#include "document/lines.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using namespace std::string_view_literals;

template <typename Names>
bool among(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_space(char c) { return is_blank(c) || is_line_end(c) || c == '\f' || c == '\v'; }

bool is_table_part(std::string_view name) {
  constexpr std::array kParts{"table"sv, "tr"sv, "td"sv, "th"sv, "thead"sv, "tbody"sv, "tfoot"sv, "caption"sv, "colgroup"sv};
  return among(kParts, name);
}

bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

// Walks over one block of HTML.
class Reader {
 public:
  Reader(const Content& html, OpenElements& open, std::vector<SilentRange>& silent)
      : html_(html), text_(html.text()), open_(open), silent_(silent) {}

  std::vector<HtmlPart> read() {
    while (at_ < text_.size()) {
      if (text_[at_] == '<' && !no_more_tags_) {
        if (const auto end = html_tag_end(text_, at_)) {
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
    if (open_.hidden()) silence(hidden_begin_, at_, *open_.hidden());
    open_.end_block();
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
    const bool break_in_code = in_code() && tag.name == "br";
    const std::size_t begin = std::exchange(at_, end);
    if (!within_cell && !break_in_code && (table_part || breaks_text(tag.name) || language) && tag.name != "br") flush();
    silence(begin, end, comment ? SilentKind::html_comment : SilentKind::html_tag);
    if (!open_.hidden()) {
      if (break_in_code) part_.text.append("\n", source({begin, end}), Mapping::whole);
      if (!in_code() && (tag.name == "br" || (within_cell && breaks_text(tag.name)))) {
        mark_line_break(part_, tag.name == "br" ? source({begin, end}) : behind(end));
      }
      if (!tag.alt.empty() && !tag.closing && !tag.hidden) image(tag, begin);
      if (tag.name == "hr") rule({begin, end});
    }
    if (!tag.closing && (tag.name == "script" || tag.name == "style")) return skip_content(tag.name);
    if (table_part) end_table_part(tag);
    open_element(tag, {begin, end});
    if (table_part) begin_table_part(tag);
    if (rows_.in_cell()) note_language();
  }

  ByteRange source(ByteRange range) const {
    return {html_.source_of(range.begin), html_.source_of(html_.piece_end(range.begin, range.end) - 1) + 1};
  }
  ByteRange behind(std::size_t end) const { return {html_.source_of(end - 1) + 1, html_.source_of(end - 1) + 1}; }

  void open_element(const HtmlTag& tag, ByteRange range) {
    const bool was_hidden = open_.hidden().has_value();
    const std::optional<SilentKind> reason = open_.hidden();
    open_.apply(tag);
    if (!was_hidden && open_.hidden()) hidden_begin_ = range.begin;
    if (was_hidden && !open_.hidden()) silence(hidden_begin_, range.end, *reason);
    if (!rows_.in_cell() && tag.lang) {  // a part of its own, without a span
      HtmlTag other = tag;
      other.lang.reset();
      spans_.apply(other, part_, in_code());
    } else {
      spans_.apply(tag, part_, in_code());
    }
    if (tag.closing || tag.self_closing) {
      if (tag.name == "li" || tag.name == "dd" || tag.name == "dt") item_.reset();
      return;
    }
    if (tag.name == "li" || tag.name == "dd" || tag.name == "dt") {
      item_ = Item{tag.name == "li" ? open_.ordinal() : std::nullopt, source(range)};
    }
    if (!tag.code_language.empty()) info_ = tag.code_language;
  }

  bool in_code() const { return !rows_.in_cell() && open_.contains("pre"); }

  void rule(ByteRange range) {
    if (rows_.in_row()) return;
    HtmlPart part;
    part.kind = BlockKind::thematic_break;
    part.tag = source(range);
    parts_.push_back(std::move(part));
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
    std::size_t end = at_ + 1;
    if (open_.hidden()) {
      while (end < text_.size() && text_[end] != '<') ++end;
      at_ = end;
      return;
    }
    const auto entity = entity_at(text_, at_);
    if (entity) {
      end = at_ + entity->size;
      part_.text.append(entity->text, {html_.source_of(at_), html_.source_of(end - 1) + 1}, Mapping::whole);
    } else if (in_code()) {
      while (end < text_.size() && text_[end] != '<' && text_[end] != '&') ++end;
      verbatim(end);
    } else if (is_space(text_[at_])) {
      while (end < text_.size() && is_space(text_[end])) ++end;
      space(at_, end);
    } else {
      while (end < text_.size() && !is_space(text_[end]) && text_[end] != '<' && text_[end] != '&') ++end;
      part_.text.append_linear(std::string_view(text_).substr(at_, end - at_), html_.source_of(at_));
    }
    at_ = end;
  }

  // Code: with its lines as they are.
  void verbatim(std::size_t end) {
    for (std::size_t at = at_; at < end;) {
      const std::size_t newline = std::min(line_end(text_, at), end);
      const std::size_t next = std::min(next_line(text_, at), end);
      if (newline > at) part_.text.append_linear(std::string_view(text_).substr(at, newline - at), html_.source_of(at));
      if (next > newline) {
        const bool same = next - newline == 1 && text_[newline] == '\n';
        part_.text.append("\n", {html_.source_of(newline), html_.source_of(next - 1) + 1},
                          same ? Mapping::linear : Mapping::whole);
      }
      at = next;
    }
  }

  // One space, however wide; none at the start. The range ends where the first line does: what containers put before the next
  // is markup.
  void space(std::size_t begin, std::size_t end) {
    const bool needed = !part_.text.empty() && part_.text.text().back() != ' ';
    if (needed) part_.text.append(" ", source({begin, end}), Mapping::whole);
  }

  // What was read so far is a cell, or a paragraph.
  void flush() {
    if (rows_.in_cell()) end_stretch();
    spans_.finish(part_);
    const bool code = in_code();
    cut_ends(code ? "\n\r" : " ");
    settle_spans(part_.spans);
    if (rows_.in_cell()) {
      rows_.end_cell(std::move(part_));
    } else if (!part_.text.empty()) {
      HtmlPart part;
      part.text = std::move(part_);
      describe(part, code);
      parts_.push_back(std::move(part));
    }
    part_ = {};
    if (code) info_.clear();
  }

  // Blank lines around code, the space at the end of other text.
  void cut_ends(std::string_view ends) {
    const std::string& text = part_.text.text();
    const std::size_t begin = std::min(text.find_first_not_of(ends), text.size());
    const std::size_t end = std::max(text.find_last_not_of(ends) + 1, begin);
    if (begin == 0 && end == text.size()) return;
    part_.text = part_.text.slice({begin, end});
    for (Span& span : part_.spans) {
      span.text.end = std::max(std::min(span.text.end, end), begin) - begin;
      span.text.begin = std::max(std::min(span.text.begin, end), begin) - begin;
    }
  }

  void describe(HtmlPart& part, bool code) {
    part.language = open_.language();
    part.list_depth = open_.list_depth();
    part.quote_depth = open_.quote_depth();
    part.level = open_.heading_level();
    if (code) {
      part.kind = BlockKind::code;
      part.level = 0;
      part.info = info_;
    } else if (part.level > 0) {
      part.kind = BlockKind::heading;
    } else if (item_) {
      part.kind = BlockKind::list_item;
      part.list_depth = std::max(part.list_depth, 1);
      part.ordinal = item_->ordinal;
      part.tag = item_->tag;
    }
    item_.reset();
  }

  struct Item {
    std::optional<int> ordinal;
    ByteRange tag;
  };
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
  std::size_t hidden_begin_ = 0;
  RichText part_;
  HtmlSpans spans_;
  std::optional<Item> item_;  // that began, and has no text yet
  std::string info_;          // of code
  std::vector<HtmlPart> parts_;
  HtmlRows rows_;
  Stretch stretch_;
};

}  // namespace

ByteRange HtmlPart::source() const {
  if (kind == BlockKind::thematic_break) return tag;
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
