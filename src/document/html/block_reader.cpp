#include "document/html/block_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "document/html/inline_text.h"
#include "document/html/tables.h"
#include "util/ascii.h"
#include "util/utf8.h"
#include "util/white_space.h"

namespace aloud {
namespace {

using Index = PageTree::Index;

// "language-rust", "lang-c", "highlight-source-python", "brush: php".
std::string code_language(std::string_view names) {
  for (const std::string_view beginning : {"language-", "lang-", "highlight-source-", "brush: "}) {
    const std::size_t at = names.find(beginning);
    if (at == std::string_view::npos || (at > 0 && names[at - 1] != ' ')) continue;
    const std::string_view rest = names.substr(at + beginning.size());
    return std::string(rest.substr(0, rest.find_first_of(" ;")));
  }
  return {};
}

std::optional<SpanKind> span_of(Element element) {
  switch (element) {
    case Element::em:
    case Element::i:
    case Element::cite:
    case Element::dfn:
    case Element::var:
      return SpanKind::emphasis;
    case Element::strong:
    case Element::b:
      return SpanKind::strong;
    case Element::s:
    case Element::del:
    case Element::strike:
      return SpanKind::strikethrough;
    case Element::code:
    case Element::kbd:
    case Element::samp:
    case Element::tt:
      return SpanKind::code;
    default:
      return std::nullopt;
  }
}

bool is_blank_text(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_white_space(point.value) && point.value != 0x200B && point.value != 0xFEFF) return false;
    at += point.size;
  }
  return true;
}

class Reader {
 public:
  Reader(const PageTree& tree, const std::vector<NodeWeight>& weights, const Verdicts& verdicts,
         const NoteReferences& references)
      : tree_(tree), weights_(weights), verdicts_(verdicts), references_(references) {}

  PageText read() {
    visit(0);
    finish();
    return std::move(page_);
  }

 private:
  struct List {
    bool ordered = false;
    int next = 1;
  };
  struct Context {
    int quote_depth = 0;
    int heading = 0;
    bool preformatted = false;
    bool caption = false;
    std::string language;
    std::string info;
  };

  void leave_out(Index node, const Verdict& verdict) {
    if (tree_[node].source.empty()) return;
    page_.left_out.push_back({node, verdict, page_.blocks.size()});
  }

  void visit(Index node) {
    const PageNode& of = tree_[node];
    if (const Verdict* verdict = verdicts_.of(node)) {
      if (of.block) finish();
      return leave_out(node, *verdict);
    }
    if (of.element == Element::text) return add_text(node);
    if (of.element == Element::br) return add_break(node);
    if (of.element == Element::img) return add_image(node);
    if (of.element == Element::hr) return add_rule(node);
    if (of.element == Element::table && cells_ == nullptr && is_data_table(tree_, node, weights_)) return add_table(node);
    of.block ? visit_block(node) : visit_inline(node);
  }

  void visit_children(Index node) {
    for (Index child = node + 1; child < tree_[node].end; child = tree_[child].end) visit(child);
  }

  void visit_inline(Index node) {
    const Element element = tree_[node].element;
    const std::size_t depth = spans_;
    if (const auto kind = span_of(element)) open(*kind, {});
    if (element == Element::a && tree_.has(node, "href")) open_link(node);
    if (const std::string_view language = language_at(node); !language.empty() && language != context_.language)
      open(SpanKind::language, std::string(language));
    if (element == Element::q) text_.add(tree_.page(), {}, "\xE2\x80\x9C");
    visit_children(node);
    if (element == Element::q) text_.add(tree_.page(), {}, "\xE2\x80\x9D");
    while (spans_ > depth) close();
  }

  void open(SpanKind kind, std::string target) {
    text_.open(kind, std::move(target));
    ++spans_;
  }
  void close() {
    text_.close();
    --spans_;
  }

  void open_link(Index node) {
    const auto note = references_.find(tree_[node].source.begin);
    if (note != references_.end()) return open(SpanKind::footnote_reference, note->second);
    const std::string address(tree_.value(node, "href"));
    open(SpanKind::link, address);
  }

  std::string_view language_at(Index node) const {
    const std::string_view language = tree_.value(node, "lang");
    return language.empty() ? tree_.value(node, "xml:lang") : language;
  }

  void visit_block(Index node) {
    finish();
    const Index outer = std::exchange(node_, node);
    const Context before = context_;
    const Element element = tree_[node].element;
    if (element == Element::blockquote) ++context_.quote_depth;
    if (const int level = heading_level(element); level > 0) context_.heading = level;
    if (element == Element::figcaption) context_.caption = true;
    const bool captioned = element == Element::figure && has_caption(node);
    captioned_ += captioned ? 1 : 0;
    if (element == Element::pre) begin_code(node);
    if (const std::string_view language = language_at(node); node != 0 && !language.empty()) context_.language = language;
    if (element == Element::ul || element == Element::ol || element == Element::menu || element == Element::dir) {
      visit_list(node);
    } else if (element == Element::li) {
      visit_item(node);
    } else {
      visit_children(node);
    }
    finish();
    captioned_ -= captioned ? 1 : 0;
    context_ = before;
    node_ = outer;
  }

  // The caption says what the picture shows.
  bool has_caption(Index figure) const {
    const Index caption = tree_.find(Element::figcaption, figure);
    return caption != tree_.size() && weights_[caption].text > 0;
  }

  void begin_code(Index node) {
    context_.preformatted = true;
    std::string info = code_language(tree_.value(node, "class"));
    for (Index child = node + 1; info.empty() && child < tree_[node].end; ++child) {
      if (tree_[child].element == Element::code) info = code_language(tree_.value(child, "class"));
    }
    for (Index above = tree_[node].parent, steps = 0; info.empty() && steps < 2; above = tree_[above].parent, ++steps)
      info = code_language(tree_.value(above, "class"));
    context_.info = std::move(info);
  }

  void visit_list(Index node) {
    List list{tree_[node].element == Element::ol, 1};
    const std::string_view start = tree_.value(node, "start");
    std::from_chars(start.data(), start.data() + start.size(), list.next);
    lists_.push_back(list);
    const std::optional<int> item = std::exchange(item_, std::nullopt);
    visit_children(node);
    item_ = item;
    lists_.pop_back();
  }

  void visit_item(Index node) {
    if (!lists_.empty()) {
      List& list = lists_.back();
      const std::string_view value = tree_.value(node, "value");
      std::from_chars(value.data(), value.data() + value.size(), list.next);
      item_ = list.next < kMostItems ? list.next++ : list.next;
    } else {
      item_ = 0;
    }
    visit_children(node);
    finish();
    item_.reset();
  }

  void add_text(Index node) {
    const ByteRange source = tree_[node].source;
    if (context_.preformatted && cells_ == nullptr) return text_.add_preformatted(tree_.page(), source, tree_.text(node));
    text_.add(tree_.page(), source, tree_.text(node));
    breaks_ = is_blank_text(std::string(tree_.text(node))) ? breaks_ : 0;
  }

  // Two in a row part paragraphs.
  void add_break(Index node) {
    const ByteRange source = tree_[node].source;
    if (context_.preformatted) return text_.add_line_end(source);
    if (++breaks_ >= 2 && context_.heading == 0 && cells_ == nullptr) return finish();
    text_.add_space(source);
  }

  void add_image(Index node) {
    const auto alt = tree_.attribute(node, "alt");
    if (!alt || is_blank_text(std::string(alt->value)) || captioned_ > 0) return;
    open(SpanKind::image, std::string(tree_.value(node, "src")));
    text_.add(tree_.page(), alt->source, alt->value);
    close();
  }

  void add_rule(Index node) {
    finish();
    if (cells_ != nullptr) return;
    PageBlock rule;
    rule.block.kind = BlockKind::thematic_break;
    rule.block.source = tree_[node].source;
    rule.node = node;
    page_.blocks.push_back(std::move(rule));
  }

  void add_table(Index table) {
    finish();
    const int number = tables_++;
    const Index outer = std::exchange(node_, table);
    for (Index node = table + 1; node < tree_[table].end;) {
      const Element element = tree_[node].element;
      if (element == Element::tr) {
        add_row(node, number);
        node = tree_[node].end;
      } else if (element == Element::caption) {
        visit_block(node);
        node = tree_[node].end;
      } else {
        ++node;
      }
    }
    node_ = outer;
  }

  void add_row(Index row, int table) {
    if (const Verdict* verdict = verdicts_.of(row)) return leave_out(row, *verdict);
    std::vector<RichText> cells;
    bool names = true, text = false;
    for (Index cell = row + 1; cell < tree_[row].end; cell = tree_[cell].end) {
      const Element element = tree_[cell].element;
      if (element != Element::td && element != Element::th) {
        if (element == Element::text || verdicts_.of(cell) == nullptr) visit_stray(cell);
        continue;
      }
      names = names && element == Element::th;
      cells.push_back(read_cell(cell));
      text = text || !cells.back().text.empty();
      const std::size_t empty = columns_of(tree_, cell) - 1;
      cells.resize(cells.size() + empty);
    }
    if (!text) return;
    PageBlock block;
    block.block.kind = BlockKind::table_row;
    block.block.source = tree_[row].source;
    block.block.table = table;
    block.block.header_row = names;
    block.block.language = context_.language;
    block.block.quote_depth = context_.quote_depth;
    block.block.cells = std::move(cells);
    block.node = row;
    page_.blocks.push_back(std::move(block));
  }

  // What stands in a row beside its cells.
  void visit_stray(Index node) {
    visit(node);
    finish();
  }

  RichText read_cell(Index cell) {
    std::vector<RichText> one(1);
    cells_ = &one;
    if (const Verdict* verdict = verdicts_.of(cell)) {
      leave_out(cell, *verdict);
    } else {
      visit_children(cell);
    }
    RichText content = text_.take();
    cells_ = nullptr;
    if (is_blank_text(content.text.text())) return {};
    return content;
  }

  // Ends the block, or, in a cell, the line.
  void finish() {
    breaks_ = 0;
    if (cells_ != nullptr) return text_.add_space({});
    if (text_.empty()) return;
    RichText content = text_.take();
    if (context_.preformatted) trim_code(content);
    if (is_blank_text(content.text.text())) return;
    PageBlock block;
    block.node = node_;
    fill(block.block, std::move(content));
    page_.blocks.push_back(std::move(block));
  }

  static void trim_code(RichText& content) {
    const std::string& text = content.text.text();
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    const std::size_t first = text.find_first_not_of("\r\n");
    if (last == std::string::npos || first == std::string::npos) return;
    content.spans.clear();  // of colours
    content.text = content.text.slice({first, last + 1});
  }

  void fill(Block& block, RichText content) {
    block.kind = context_.preformatted ? BlockKind::code : context_.heading > 0 ? BlockKind::heading : BlockKind::paragraph;
    block.source = content.text.source_of({0, content.text.size()});
    if (block.kind == BlockKind::heading) block.level = context_.heading;
    if (block.kind == BlockKind::code) block.info = context_.info;
    if (context_.caption) content.spans = {{SpanKind::image, {0, content.text.size()}, {}}};
    block.content = std::move(content);
    block.language = context_.language;
    block.quote_depth = context_.quote_depth;
    block.list_depth = static_cast<int>(lists_.size());
    if (!item_ || block.kind != BlockKind::paragraph) return;
    block.kind = BlockKind::list_item;
    block.list_depth = std::max(block.list_depth, 1);
    if (!lists_.empty() && lists_.back().ordered) block.ordinal = *item_;
    item_.reset();
  }

  static constexpr int kMostItems = 1'000'000;

  const PageTree& tree_;
  const std::vector<NodeWeight>& weights_;
  const Verdicts& verdicts_;
  const NoteReferences& references_;
  PageText page_;
  InlineText text_;
  Context context_;
  std::vector<List> lists_;
  std::optional<int> item_;  // whose first block is yet to come
  std::vector<RichText>* cells_ = nullptr;
  std::size_t spans_ = 0;
  Index node_ = 0;
  int tables_ = 0;
  int captioned_ = 0;
  int breaks_ = 0;
};

}  // namespace

PageText read_blocks(const PageTree& tree, const std::vector<NodeWeight>& weights, const Verdicts& verdicts,
                     const NoteReferences& references) {
  return Reader(tree, weights, verdicts, references).read();
}

}  // namespace aloud
