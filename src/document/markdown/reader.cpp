#include <cmark-gfm/node.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "document/badges.h"
#include "document/code_block.h"
#include "document/html_elements.h"
#include "document/html_text.h"
#include "document/lines.h"
#include "document/markdown/content.h"
#include "document/markdown/contents_mark.h"
#include "document/markdown/dialects.h"
#include "document/markdown/inline.h"
#include "document/markdown/link.h"
#include "document/markdown/rescue.h"
#include "document/markdown/rewriting.h"
#include "document/markdown/table.h"
#include "document/markdown/tree.h"
#include "document/open_elements.h"
#include "document/readers.h"
#include "util/ascii.h"

namespace aloud {
namespace {

// What cmark-gfm may use for a text. People's takes 10 to 40 bytes for each of its own, lists and cells of one letter 200.
constexpr std::size_t kMemory = std::size_t{128} << 20, kMemoryPerByte = 80;

class MarkdownReader {
 public:
  MarkdownReader(Document& document, std::string_view text, std::size_t body_begin)
      : document_(document),
        text_(text),
        body_begin_(body_begin),
        prefix_(refer_to_all_footnotes(text_.substr(body_begin))),
        lines_(text_, body_begin) {}

  /// False, with nothing done, where the markup takes more memory than a text of this size may.
  bool read() {
    MarkdownMemory memory(kMemory + kMemoryPerByte * (text_.size() - body_begin_));
    cmark_node* root = parse_markdown_tree(prefix_.text, text_.substr(body_begin_), memory);
    if (root == nullptr) return false;
    const IteratorPointer events(cmark_iter_new(root), &cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(events.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(events.get())) {
      take(event, cmark_iter_get_node(events.get()));
    }
    return true;
  }

 private:
  // ---- events ----
  void take(cmark_event_type event, cmark_node* node) {
    if (inline_ != nullptr && node != inline_node_) return inline_->take(event, node);
    event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
  }

  void enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        ++quote_depth_;
        return containers_.push_back({Container::Kind::quote, 0});
      case CMARK_NODE_LIST:
        return ordinals_.push_back(cmark_node_get_list_start(node));
      case CMARK_NODE_ITEM:
        return enter_item(node);
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        return enter_footnote(node);
      case CMARK_NODE_PARAGRAPH:
        return enter_paragraph(node);
      case CMARK_NODE_HEADING:
        return enter_heading(node);
      case CMARK_NODE_CODE_BLOCK:
        return code_block(node);
      case CMARK_NODE_HTML_BLOCK:
        return html_block(node);
      case CMARK_NODE_THEMATIC_BREAK:
        return thematic_break(node);
      default:
        break;
    }
    if (is_table(node)) ++table_;
    if (is_row(node)) return enter_row(node);
    if (is_cell(node)) enter_cell(node);
  }

  void leave(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (node == inline_node_) return leave_inline();
    if (type == CMARK_NODE_BLOCK_QUOTE) {
      --quote_depth_;
      containers_.pop_back();
    } else if (type == CMARK_NODE_LIST) {
      ordinals_.pop_back();
    } else if (type == CMARK_NODE_ITEM) {
      containers_.pop_back();
      ++ordinals_.back();
    } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
      containers_ = std::move(outer_containers_);
      outer_containers_.clear();
      footnote_.clear();
    } else if (is_row(node) && !row_.cells.empty()) {
      add(std::move(row_));
    }
  }

  // ---- where things are ----
  std::size_t line_of(cmark_node* node) const {
    const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 0));
    return line > prefix_.lines ? line - prefix_.lines : 0;
  }
  std::size_t last_line_of(cmark_node* node) const {
    const auto line = static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 0));
    return std::min(std::max(line_of(node), line > prefix_.lines ? line - prefix_.lines : 0), lines_.count());
  }
  std::size_t begin_of(cmark_node* node) const {
    return lines_.offset_of(line_of(node), static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)));
  }
  void silence(ByteRange source, SilentKind kind) {
    if (!source.empty()) document_.silent.push_back({source, kind});
  }

  // What stands within an element that is not shown is not said.
  void add(Block block) {
    if (const auto hidden = open_elements_.hidden()) return silence(block.source, *hidden);
    document_.blocks.push_back(std::move(block));
  }

  Block new_block(BlockKind kind, std::size_t begin) const {
    Block block;
    block.kind = kind;
    block.source = {begin, begin};
    block.language = open_elements_.language();
    block.quote_depth = quote_depth_;
    block.list_depth = static_cast<int>(ordinals_.size());
    block.footnote = footnote_;
    return block;
  }

  // ---- containers ----
  void enter_item(cmark_node* node) {
    const std::size_t begin = begin_of(node);
    std::size_t end = begin;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    marker_ = {begin, std::min(end + 1, text_.size())};
    silence(marker_, SilentKind::list_marker);
    task_.reset();
    if (is_type(node, "tasklist")) {
      const std::size_t box = text_.find('[', marker_.end);
      if (box != std::string_view::npos && box + 2 < text_.size() && text_[box + 2] == ']' &&
          box < lines_.line(line_of(node)).end) {
        task_ = Task{{box, box + 3}, text_[box + 1] != ' '};
        silence(task_->box, SilentKind::markup);
      }
    }
    const auto indent = static_cast<std::size_t>(std::max(node->as.list.marker_offset + node->as.list.padding, 0));
    containers_.push_back({Container::Kind::item, indent});
  }

  // cmark moves footnotes to the end of the document and forgets the quotes that they stood in; the line tells.
  void enter_footnote(cmark_node* node) {
    const ByteRange line = lines_.line(line_of(node));
    const std::string_view before = text_.substr(line.begin, begin_of(node) - line.begin);
    const std::size_t label = before.rfind("[^");
    outer_containers_ = std::exchange(containers_, {});
    if (label != std::string_view::npos) {
      const std::size_t close = before.find(']', label);
      const ByteRange used = trim(text_, {line.begin + label, begin_of(node)});
      silence(used, SilentKind::footnote_label);
      if (close != std::string_view::npos) footnote_ = before.substr(label + 2, close - label - 2);
      for (const char c : before.substr(0, label)) {
        if (c == '>') containers_.push_back({Container::Kind::quote, 0});
      }
    }
    containers_.push_back({Container::Kind::footnote, 0});
  }

  // ---- leaves with inline content ----
  void enter_paragraph(cmark_node* node) {
    if (line_of(node) == 0) return enter_paragraph_before_table(node);
    const bool first_of_item =
        cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM && cmark_node_previous(node) == nullptr;
    block_ = new_block(first_of_item ? BlockKind::list_item : BlockKind::paragraph, begin_of(node));
    if (first_of_item) {
      block_.marker = marker_;
      block_.task = std::exchange(task_, std::nullopt);
      block_.source.begin = std::min(block_.source.begin, marker_.begin);
      if (cmark_node_get_list_type(cmark_node_parent(cmark_node_parent(node))) == CMARK_ORDERED_LIST)
        block_.ordinal = ordinals_.back();
    }
    content_ = lines_.content(line_of(node), begin_of(node), last_line_of(node), containers_);
    start_inline(node, skip_reference_definitions());
  }

  // The lines that stood before a table's header without a blank line between: a paragraph to which cmark gives no place.
  void enter_paragraph_before_table(cmark_node* node) {
    cmark_node* table = cmark_node_next(node);
    const std::size_t first = line_of(table);
    const std::size_t header = header_line_of(table);
    block_ = new_block(BlockKind::paragraph, begin_of(table));
    content_ = {};
    for (std::size_t number = first; number < header; ++number) {
      const ByteRange line = lines_.line(number);
      const std::size_t begin = number == first ? begin_of(table) : lines_.inside(number, containers_).begin;
      append_unescaping_pipes(content_, text_, {begin, line.end});
    }
    start_inline(node, 0);
  }

  void enter_heading(cmark_node* node) {
    block_ = new_block(BlockKind::heading, begin_of(node));
    block_.level = cmark_node_get_heading_level(node);
    setext_ = node->as.heading.setext;
    content_ = lines_.content(line_of(node), begin_of(node), setext_ ? last_line_of(node) : line_of(node), containers_);
    if (setext_) return start_inline(node, skip_reference_definitions());
    start_inline(node, std::min(content_.text().find_first_not_of('#'), content_.size()));
  }

  std::size_t skip_reference_definitions() {
    std::size_t at = 0;
    while (const auto end = reference_definition_end(content_.text(), at)) {
      if (*end == at) break;
      silence(trim(text_, {content_.source_of(at), content_.source_of(*end - 1) + 1}), SilentKind::reference_definition);
      at = *end;
    }
    return at;
  }

  void start_inline(cmark_node* node, std::size_t begin) {
    while (begin < content_.size() && is_blank(content_.text()[begin])) ++begin;
    inline_begin_ = begin;
    inline_node_ = node;
    inline_ = std::make_unique<InlineAligner>(content_, begin);
  }

  void leave_inline() {
    inline_->finish();
    RichText text = inline_->aligned() ? std::move(inline_->result()) : raw_content();
    if (inline_->aligned()) {
      for (const SilentRange& range : inline_->silent()) document_.silent.push_back(range);
    } else {
      const ByteRange range = text.text.source_of({0, text.text.size()});
      document_.findings.push_back({"unaligned-markup", range, "markup that could not be followed; read as it is written"});
    }
    for (const ByteRange& blank : take_outer_white_space(text)) silence(blank, SilentKind::markup);
    const bool cell = is_cell(inline_node_);
    const std::size_t end = inline_->aligned() ? inline_->end() : content_.size();
    inline_.reset();
    inline_node_ = nullptr;
    if (cell) return row_.cells.push_back(std::move(text));
    if (text.text.empty()) return;
    const std::size_t behind = end == 0 ? block_.source.begin : content_.source_of(end - 1) + 1;
    block_.source.end = trim(text_, {block_.source.begin, end_with_markup(behind)}).end;
    if (is_contents_place(text)) return silence(block_.source, SilentKind::contents);
    mark_badges(text);
    block_.content = std::move(text);
    add(std::move(block_));
  }

  bool is_contents_place(const RichText& text) const {
    const bool link = std::any_of(text.spans.begin(), text.spans.end(), [](const Span& s) { return s.kind == SpanKind::link; });
    if (block_.kind == BlockKind::heading || link) return false;
    return is_contents_mark(text.text.text());
  }

  // A heading's closing "#"s or underline belong to it.
  std::size_t end_with_markup(std::size_t end) const {
    if (block_.kind != BlockKind::heading) return end;
    const std::size_t line = line_end(text_, end);
    return setext_ ? line_end(text_, next_line(text_, line)) : line;
  }

  // The last resort: nothing is lost, markup is read aloud.
  RichText raw_content() const {
    RichText raw;
    const std::string& text = content_.text();
    for (std::size_t at = inline_begin_; at < text.size(); at = next_line(text, at)) {
      const ByteRange line = trim(text, {at, line_end(text, at)});
      if (line.empty()) continue;
      const std::size_t begin = content_.source_of(line.begin);
      if (!raw.text.empty()) raw.text.append(" ", {begin, begin}, Mapping::whole);
      for (std::size_t from = line.begin; from < line.end;) {
        const std::size_t piece = content_.piece_end(from, line.end);
        raw.text.append_linear(std::string_view(text).substr(from, piece - from), content_.source_of(from));
        from = piece;
      }
    }
    return raw;
  }

  // ---- tables ----
  std::size_t header_line_of(cmark_node* table) const {
    const std::size_t columns = count_children(cmark_node_first_child(table));
    const std::size_t first = line_of(table);
    for (std::size_t number = first + 1; number <= lines_.count(); ++number) {
      if (is_delimiter_row(inside_line(number), columns)) return number - 1;
    }
    return first;
  }
  std::string_view inside_line(std::size_t number) const {
    const ByteRange inside = lines_.inside(number, containers_);
    return text_.substr(inside.begin, inside.size());
  }

  void enter_row(cmark_node* node) {
    cmark_node* table = cmark_node_parent(node);
    const bool header = is_header_row(node);
    const std::size_t number = header ? header_line_of(table) : line_of(node);
    const std::size_t begin = number == line_of(table) ? begin_of(table) : lines_.inside(number, containers_).begin;
    const ByteRange line = trim(text_, {begin, lines_.line(number).end});
    row_ = new_block(BlockKind::table_row, line.begin);
    row_.source = line;
    row_.header_row = header;
    row_.table = table_;
    cells_ = split_table_row(text_.substr(line.begin, line.size()));
  }

  void enter_cell(cmark_node* node) {
    const std::size_t index = row_.cells.size();
    content_ = {};
    if (index < cells_.size()) {
      const ByteRange cell = cells_[index];
      append_unescaping_pipes(content_, text_, {row_.source.begin + cell.begin, row_.source.begin + cell.end});
    }
    start_inline(node, 0);
  }

  // ---- leaves without inline content ----
  void code_block(cmark_node* node) {
    const bool fenced = node->as.code.fenced != 0;
    Block block = new_block(BlockKind::code, begin_of(node));
    std::size_t first = line_of(node);
    if (fenced) {
      const std::size_t info = text_.find_first_not_of(text_[block.source.begin], block.source.begin);
      const std::size_t end = lines_.line_without_end(first++).end;
      if (info < end) silence(trim(text_, {info, end}), SilentKind::code_info);
      const char* name = cmark_node_get_fence_info(node);
      block.info = name == nullptr ? "" : name;
    }
    const std::string_view literal = cmark_node_get_literal(node);
    block.source.end = trim(text_, {block.source.begin, lines_.line(last_line_of(node)).end}).end;
    const std::size_t begin = fenced ? lines_.inside(first, containers_).begin : block.source.begin;
    if (auto text = align_code(lines_, first, begin, containers_, literal)) {
      block.content.text = std::move(*text);
    } else {
      document_.findings.push_back(
          {"unaligned-markup", block.source, "a code block that could not be followed; placed as a whole"});
      block.content.text.append(literal, block.source, Mapping::whole);
    }
    block.source.end = std::max(block.source.end, block.content.text.source_of({0, block.content.text.size()}).end);
    if (!block.content.text.empty()) add(std::move(block));
  }

  void html_block(cmark_node* node) {
    const std::string_view literal = cmark_node_get_literal(node);
    const std::size_t count = literal.empty() ? 0 : find_line_begins(literal).size();
    const std::size_t first = line_of(node);
    if (count == 0 || first == 0) return;
    const Content content = lines_.content(first, begin_of(node), first + count - 1, containers_);
    for (HtmlPart& part : read_html(content, open_elements_, document_.silent)) {
      Block block = new_block(part.kind, part.source().begin);
      block.source = part.source();
      block.language = part.language;
      block.level = part.level;
      block.list_depth += part.list_depth;
      block.quote_depth += part.quote_depth;
      block.ordinal = part.ordinal;
      if (part.kind == BlockKind::list_item) block.marker = part.tag;
      block.info = part.info;
      block.header_row = part.header_row;
      if (part.first_in_table) ++table_;
      if (part.kind == BlockKind::table_row) block.table = table_;
      block.cells = std::move(part.cells);
      mark_badges(part.text);
      block.content = std::move(part.text);
      document_.blocks.push_back(std::move(block));
    }
  }

  void thematic_break(cmark_node* node) {
    Block block = new_block(BlockKind::thematic_break, begin_of(node));
    block.source = trim(text_, {block.source.begin, lines_.line(line_of(node)).end});
    add(std::move(block));
  }

  Document& document_;
  std::string_view text_;
  std::size_t body_begin_;
  FootnotePrefix prefix_;
  SourceLines lines_;

  std::vector<Container> containers_;
  std::vector<Container> outer_containers_;
  std::vector<int> ordinals_;  // of the open lists, innermost last
  int quote_depth_ = 0;
  int table_ = -1;
  std::string footnote_;
  ByteRange marker_;
  std::optional<Task> task_;
  OpenElements open_elements_;

  Block block_;
  Block row_;
  std::vector<ByteRange> cells_;
  bool setext_ = false;
  Content content_;
  std::size_t inline_begin_ = 0;
  cmark_node* inline_node_ = nullptr;
  std::unique_ptr<InlineAligner> inline_;
};

void sort_blocks(Document& document) {
  std::stable_sort(document.blocks.begin(), document.blocks.end(),
                   [](const Block& left, const Block& right) { return left.source.begin < right.source.begin; });
}

// As the dialects leave it, and brought back to the source. False as read() says.
bool read_rewritten(Document& document, const RewrittenMarkdown& rewritten) {
  Document read;
  if (!MarkdownReader(read, rewritten.text(), 0).read()) return false;
  rescue_unclaimed(read, rewritten.text(), 0);
  rewritten.restore(read);
  std::move(read.blocks.begin(), read.blocks.end(), std::back_inserter(document.blocks));
  document.silent.insert(document.silent.end(), read.silent.begin(), read.silent.end());
  std::move(read.findings.begin(), read.findings.end(), std::back_inserter(document.findings));
  return true;
}

bool read_with_dialects(Document& document, std::size_t body_begin, DialectSet dialects) {
  RewrittenMarkdown rewritten(document.source.text(), body_begin);
  rewrite_dialects(rewritten, dialects);
  return rewritten.changed() ? read_rewritten(document, rewritten)
                             : MarkdownReader(document, document.source.text(), body_begin).read();
}

}  // namespace

void read_markdown(Document& document, std::size_t body_begin, DialectSet dialects) {
  if (read_with_dialects(document, body_begin, dialects)) {
    sort_blocks(document);
    rescue_unclaimed(document, document.source.text(), body_begin);
    return sort_blocks(document);
  }
  document.findings.push_back(
      {"markdown-too-complex", {}, "its markup takes too much memory to be followed; read as plain text"});
  read_plain_text(document, body_begin);
}

RichText read_markdown_line(const AlignedText& line) {
  const std::string& text = line.text();
  AlignedText heading;  // the block whose inline markup is all of its markup
  heading.append_inserted("# ");
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool known_tag = text[at] == '<' && is_html_element(parse_html_tag(std::string_view(text).substr(at)).name);
    if ((text[at] == '<' && !known_tag) || (text[at] == '#' && at + 1 == text.size())) heading.append_inserted("\\");
    const AlignedText character = line.slice({at, at + 1});
    is_line_end(text[at]) ? heading.append(" ", character.source_of({0, 1}), Mapping::whole) : heading.append(character);
  }
  Document document;
  const bool read = MarkdownReader(document, heading.text(), 0).read();
  if (!read || document.blocks.size() != 1) return {line, {}};
  RichText result;
  for (const AlignedText::Run& run : document.blocks[0].content.text.runs()) {
    if (run.mapping == Mapping::linear) {
      result.text.append(heading.slice(run.source));
    } else {
      const std::string_view piece = document.blocks[0].content.text.text();
      result.text.append(piece.substr(run.text_begin, run.text_end - run.text_begin), heading.source_of(run.source),
                         Mapping::whole);
    }
  }
  result.spans = std::move(document.blocks[0].content.spans);
  return result;
}

}  // namespace aloud
