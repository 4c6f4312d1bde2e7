#include "publish/article_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "util/ascii.h"
#include "util/utf8.h"
#include "util/xml_text.h"

namespace aloud {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, xml_text(value));
}

struct Tags {
  std::string open, close;
};

// The list that a block stands in: what it is made of, and whether an item is open.
struct OpenList {
  bool ordered = false;
};

class Writer {
 public:
  Writer(const Document& document, const ArticleShowing& showing, const PageLabels& labels)
      : document_(document), showing_(showing), labels_(labels) {
    for (const Block& block : document.blocks) has_title_ |= block.kind == BlockKind::title;
  }

  std::string write() {
    for (const Block& block : document_.blocks) {
      if (block.table != table_) close_table();
      enter_notes(block);
      if (block.table >= 0) open_table(block);
      if (block.kind != BlockKind::table_row) nest(block);
      add(block);
    }
    close_table();
    nest({});
    if (!note_.empty()) end_note();
    if (in_notes_) html_ += "</section>\n";
    return std::move(html_);
  }

 private:
  // Nesting: quotes outside, lists inside.
  void nest(const Block& block) {
    const auto quotes = static_cast<std::size_t>(std::max(block.quote_depth, 0));
    const auto depth = static_cast<std::size_t>(std::max(block.list_depth, 0));
    if (quotes != quotes_) close_lists(0);
    for (; quotes_ > quotes; --quotes_) html_ += "</blockquote>\n";
    for (; quotes_ < quotes; ++quotes_) html_ += "<blockquote>\n";
    close_lists(depth);
    const bool is_item = block.kind == BlockKind::list_item;
    if (is_item && lists_.size() == depth && depth > 0) {
      if (lists_.back().ordered == block.ordinal.has_value()) {
        html_ += "</li>\n" + item_tag(block);
      } else {
        close_lists(depth - 1);
      }
    }
    while (lists_.size() < depth) {
      const bool ordered = is_item && lists_.size() + 1 == depth && block.ordinal;
      lists_.push_back({ordered});
      html_ += ordered ? "<ol>\n" : "<ul>\n";
      html_ += lists_.size() == depth ? item_tag(block) : "<li>";
    }
  }

  static std::string item_tag(const Block& block) {
    return block.kind == BlockKind::list_item && block.ordinal ? fmt::format("<li value=\"{}\">", *block.ordinal) : "<li>";
  }

  void close_lists(std::size_t depth) {
    while (lists_.size() > depth) {
      html_ += lists_.back().ordered ? "</li></ol>\n" : "</li></ul>\n";
      lists_.pop_back();
    }
  }

  // Tables: rows that belong together.
  void open_table(const Block& block) {
    if (table_ == block.table) return;
    nest(block);
    table_ = block.table;
    html_ += "<div class=\"table\" role=\"group\" tabindex=\"0\"><table>\n";
  }
  void close_table() {
    if (table_ < 0) return;
    table_ = -1;
    html_ += "</table></div>\n";
  }

  // Notes stand together at the end, each with a way back.
  void enter_notes(const Block& block) {
    if (block.footnote == note_) return;
    close_table();
    nest({});
    if (!note_.empty()) end_note();
    note_ = block.footnote;
    if (note_.empty()) {
      if (in_notes_) html_ += "</section>\n";
      in_notes_ = false;
      return;
    }
    if (!in_notes_) html_ += fmt::format("<section class=\"notes\"{}>\n", attribute("aria-label", labels_["notes"]));
    in_notes_ = true;
    html_ += fmt::format("<div class=\"note\"{}>\n", attribute("id", "note-" + std::to_string(number_of(note_))));
  }
  void end_note() {
    html_ += fmt::format("<a{}{}>↩</a></div>\n", attribute("href", "#ref-" + std::to_string(number_of(note_))),
                         attribute("aria-label", labels_["back_to_text"]));
  }
  std::size_t number_of(const std::string& label) { return notes_.emplace(label, notes_.size() + 1).first->second; }

  void add(const Block& block) {
    if (block.kind == BlockKind::table_row) return add_row(block);
    const Tags tags = tags_of(block);
    const std::size_t element = element_++;
    if (block.kind == BlockKind::thematic_break) {
      html_ += fmt::format("<hr data-e=\"{}\">\n", element);
      return;
    }
    const bool unread = !is_heard(element) && !block.content.text.empty();
    if (unread) html_ += fmt::format("<div class=\"unread\"><span class=\"why\">{}</span>", xml_text(labels_["not_read"]));
    if (block.task) html_ += task_mark(*block.task);
    const std::string language = block.language.empty() ? "" : attribute("lang", block.language);
    html_ += fmt::format("<{} data-e=\"{}\" dir=\"auto\"{}>", tags.open, element, language);
    add_text(block.content);
    html_ += tags.close;
    html_ += unread ? "</div>\n" : "\n";
  }

  std::string task_mark(const Task& task) const {
    return fmt::format("<span class=\"task\" role=\"img\"{}>{}</span>",
                       attribute("aria-label", labels_[task.done ? "done" : "to_do"]), task.done ? "☑" : "☐");
  }

  void add_row(const Block& block) {
    const char* const cell = block.header_row ? "th" : "td";
    html_ += "<tr>";
    for (const RichText& content : block.cells) {
      html_ += fmt::format("<{}{} data-e=\"{}\" dir=\"auto\">", cell, block.header_row ? " scope=\"col\"" : "", element_++);
      add_text(content);
      html_ += fmt::format("</{}>", cell);
    }
    html_ += "</tr>\n";
  }

  Tags tags_of(const Block& block) const {
    switch (block.kind) {
      case BlockKind::title:
        return {"h1", "</h1>"};
      case BlockKind::heading: {
        const int level = std::clamp(block.level, has_title_ ? 2 : 1, 6);
        return {fmt::format("h{}", level), fmt::format("</h{}>", level)};
      }
      case BlockKind::code:
        return {"pre tabindex=\"0\"", "</pre>"};
      case BlockKind::list_item:
        return {"span", "</span>"};
      default:
        return {"p", "</p>"};
    }
  }

  bool is_heard(std::size_t element) const { return element < showing_.heard.size() && showing_.heard[element]; }

  // Spans nest or are disjoint, outer first.
  void add_text(const RichText& rich) {
    const std::string& text = rich.text.text();
    std::vector<std::pair<std::size_t, std::string>> open;  // where it ends, and its closing tag
    std::size_t at = 0;
    if (text.starts_with('\n')) html_ += '\n';  // the first in a <pre> is not the text's
    const auto advance = [&](std::size_t to) {
      while (!open.empty() && open.back().first <= to) {
        html_ += xml_text(std::string_view(text).substr(at, open.back().first - at));
        at = open.back().first;
        html_ += open.back().second;
        open.pop_back();
      }
      html_ += xml_text(std::string_view(text).substr(at, to - at));
      at = to;
    };
    for (const Span& span : rich.spans) {
      advance(span.text.begin);
      Tags tags = tags_of(span, std::any_of(open.begin(), open.end(), [](const auto& one) { return one.second == "</a>"; }));
      html_ += tags.open;
      open.emplace_back(span.text.end, std::move(tags.close));
    }
    advance(text.size());
  }

  // `in_link`: a link holds no other.
  Tags tags_of(const Span& span, bool in_link) {
    switch (span.kind) {
      case SpanKind::emphasis:
        return {"<em>", "</em>"};
      case SpanKind::strong:
        return {"<strong>", "</strong>"};
      case SpanKind::strikethrough:
        return {"<s>", "</s>"};
      case SpanKind::code:
        return {"<code>", "</code>"};
      case SpanKind::formula:
        return {"<span class=\"math\">", "</span>"};
      case SpanKind::link:
      case SpanKind::url:
        if (in_link || span.target.empty() || !is_safe_address(span.target)) return {};
        return {fmt::format("<a{} rel=\"noopener noreferrer\">", attribute("href", span.target)), "</a>"};
      case SpanKind::image:
        return picture(span);
      case SpanKind::footnote_reference: {
        if (in_link) return {"<sup>", "</sup>"};
        const std::size_t number = number_of(span.target);
        const std::string id = referenced_.emplace(number, true).second ? attribute("id", fmt::format("ref-{}", number)) : "";
        return {fmt::format("<sup{}><a href=\"#note-{}\">", id, number), "</a></sup>"};
      }
      case SpanKind::line_break:
        return {"", "<br>"};
      case SpanKind::language:
        return {fmt::format("<span{}>", attribute("lang", span.target)), "</span>"};
      case SpanKind::admonition:
        return {"<strong class=\"admonition\">", "</strong>"};
      default:
        return {};
    }
  }

  // The description stands below: it is what is read.
  Tags picture(const Span& span) const {
    const std::string address = showing_.picture ? showing_.picture(span.target) : span.target;
    const bool embedded = address.starts_with("data:image/png;") || address.starts_with("data:image/jpeg;");
    const bool shown = !address.empty() && (embedded || is_safe_address(address));
    const std::string image = shown ? fmt::format("<img{} alt=\"\" loading=\"lazy\">", attribute("src", address)) : "";
    return {fmt::format("<span class=\"picture\">{}<span class=\"caption\">", image), "</span></span>"};
  }

  const Document& document_;
  const ArticleShowing& showing_;
  const PageLabels& labels_;
  std::string html_;
  bool has_title_ = false;
  std::size_t element_ = 0, quotes_ = 0;
  std::vector<OpenList> lists_;
  int table_ = -1;
  std::string note_;
  bool in_notes_ = false;
  std::map<std::string, std::size_t> notes_;
  std::map<std::size_t, bool> referenced_;
};

}  // namespace

std::size_t shown_units(char32_t character) {
  const bool is_control = character < 0x20 && character != '\t' && character != '\n' && character != '\r';
  if (is_control || character == 0x7F || character == 0xFFFE || character == 0xFFFF) return 0;
  return character > 0xFFFF ? 2 : 1;
}

bool is_safe_address(std::string_view address) {
  std::string plain;  // as a browser reads it: without what it passes over
  for (const char c : address) {
    if (static_cast<unsigned char>(c) > 0x20) plain += ascii_lower(c);
  }
  const std::size_t end = plain.find_first_of(":/?#\\");
  if (end == std::string::npos || plain[end] != ':') return true;
  const std::string scheme = plain.substr(0, end);
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

std::string article_html(const Document& document, const ArticleShowing& showing, const PageLabels& labels) {
  return Writer(document, showing, labels).write();
}

}  // namespace aloud
