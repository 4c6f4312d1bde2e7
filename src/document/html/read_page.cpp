#include <algorithm>
#include <optional>
#include <utility>

#include "document/html/extraction.h"
#include "document/html/inline_text.h"
#include "document/html/page_tree.h"
#include "document/ledger.h"
#include "document/readers.h"
#include "util/utf8.h"
#include "util/white_space.h"

namespace aloud {
namespace {

using Index = PageTree::Index;

std::string comparable(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_alphanumeric(point.value)) letters += text.substr(at, point.size);
    at += point.size;
  }
  return letters;
}

// How a block begins, for a line of its own.
std::string beginning_of(std::string_view text) {
  constexpr std::size_t kMost = 60;
  const std::string folded = fold_white_space(text.substr(0, 8 * kMost));
  if (folded.size() <= kMost) return folded;
  return folded.substr(0, floor_to_code_point(folded, kMost)) + "\xE2\x80\xA6";
}

class PageReader {
 public:
  PageReader(Document& document, const ReadOptions& options) : document_(document), options_(options), tree_(parse(document)) {}

  void read() {
    const PageMetadata metadata = read_metadata(tree_);
    Extraction extraction = extract(tree_, metadata, options_.extract);
    take_metadata(metadata);
    if (options_.explain) explain(extraction);
    take_blocks(extraction);
    take_left_out(extraction);
    add_title(metadata);
    tell_ignored();
    close_ledger();
  }

 private:
  static PageTree parse(const Document& document) {
    try {
      return PageTree::parse(document.source.text());
    } catch (const Error& error) {
      throw Error(error.kind(), error.message(), {document.source.name()});
    }
  }

  void take_metadata(const PageMetadata& metadata) {
    FrontMatter& front = document_.front_matter;
    front.title = metadata.title;
    front.author = metadata.author;
    front.date = metadata.date;
    front.language = metadata.language;
  }

  void take_blocks(Extraction& extraction) {
    for (std::size_t i = 0; i < extraction.blocks.size(); ++i) {
      Block& block = extraction.text.blocks[i].block;
      const Extraction::Line& line = extraction.blocks[i];
      if (line.kept) {
        document_.blocks.push_back(std::move(block));
        continue;
      }
      silence(block.content, line.kind);
      for (const RichText& cell : block.cells) silence(cell, line.kind);
    }
  }

  void silence(const RichText& text, SilentKind kind) {
    for (const ByteRange& piece : text.text.source_pieces()) document_.silent.push_back({piece, kind});
  }

  void take_left_out(const Extraction& extraction) {
    for (const LeftOutPart& part : extraction.text.left_out) {
      const ByteRange source = tree_[part.node].source;
      if (!source.empty()) document_.silent.push_back({source, part.verdict.kind});
    }
  }

  void explain(const Extraction& extraction) {
    const auto& parts = extraction.text.left_out;
    std::size_t next = 0;
    const auto left_out_before = [&](std::size_t block) {
      for (; next < parts.size() && parts[next].before <= block; ++next) explain(parts[next]);
    };
    for (std::size_t i = 0; i < extraction.blocks.size(); ++i) {
      left_out_before(i);
      const Block& block = extraction.text.blocks[i].block;
      const Extraction::Line& line = extraction.blocks[i];
      std::string text = block.content.text.text();
      for (const RichText& cell : block.cells) text += (text.empty() ? "" : " | ") + cell.text.text();
      const std::string rule = line.kept ? line.rule : std::string(to_string(line.kind)) + ": " + line.rule;
      document_.extraction.push_back({block.source, line.kept, line.score, rule, beginning_of(text)});
    }
    left_out_before(extraction.blocks.size());
  }

  // What is for machines holds no block.
  void explain(const LeftOutPart& part) {
    if (!is_left_out(part.verdict.kind) && part.verdict.kind != SilentKind::hidden) return;
    std::string text;
    constexpr std::size_t kEnough = 400;
    for (Index node = part.node; node < tree_[part.node].end && text.size() < kEnough; ++node) {
      const bool shown = !is_for_machines(tree_[tree_[node].parent].element);
      if (shown) text.append(tree_.text(node)).append(" ");
    }
    text = beginning_of(text);
    if (text.empty()) return;
    document_.extraction.push_back({tree_[part.node].source, false, part.verdict.score,
                                    std::string(to_string(part.verdict.kind)) + ": " + part.verdict.rule, text});
  }

  // The heading that says the page's title stands first, as the title; where none does, the title of the page's head.
  void add_title(const PageMetadata& metadata) {
    auto& blocks = document_.blocks;
    const std::string wanted = metadata.title ? comparable(*metadata.title) : std::string();
    const auto heading = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) {
      return block.kind == BlockKind::heading && (block.level == 1 || comparable(block.content.text.text()) == wanted);
    });
    if (heading != blocks.end()) {
      heading->kind = BlockKind::title;
      heading->level = 0;
      document_.front_matter.title = heading->content.text.text();
      std::rotate(blocks.begin(), heading, heading + 1);
      return;
    }
    if (auto title = title_elsewhere(metadata, wanted)) {
      document_.front_matter.title = title->content.text.text();
      blocks.insert(blocks.begin(), std::move(*title));
    }
  }

  // A heading that was left out says the title as it is meant to be read.
  std::optional<Block> title_elsewhere(const PageMetadata& metadata, const std::string& wanted) const {
    if (wanted.empty()) return std::nullopt;
    for (Index node = 0; node < tree_.size(); ++node) {
      if (tree_[node].element != Element::h1) continue;
      InlineText text;
      for (Index child = node; child < tree_[node].end; ++child) text.add(tree_.page(), tree_[child].source, tree_.text(child));
      RichText rich = text.take();
      if (is_title(rich.text.text(), wanted)) return title_block(std::move(rich));
    }
    const Index title = tree_.find(Element::title);
    if (title + 1 >= tree_.size()) return std::nullopt;
    InlineText text;
    text.add(tree_.page(), tree_[title + 1].source, tree_.text(title + 1));
    RichText rich = text.take();
    const std::size_t at = rich.text.text().find(*metadata.title);
    if (at == std::string::npos) return rich.text.empty() ? std::nullopt : std::optional(title_block(std::move(rich)));
    rich.text = rich.text.slice({at, at + metadata.title->size()});
    return title_block(std::move(rich));
  }

  // The head may say the site's name besides.
  static bool is_title(const std::string& heading, const std::string& wanted) {
    const std::string said = comparable(heading);
    constexpr std::size_t kLeastShare = 3;
    return said.size() * kLeastShare >= wanted.size() &&
           (wanted.find(said) != std::string::npos || said.find(wanted) != std::string::npos);
  }

  static Block title_block(RichText text) {
    Block block;
    block.kind = BlockKind::title;
    block.source = text.text.source_of({0, text.text.size()});
    text.spans.clear();
    block.content = std::move(text);
    return block;
  }

  void tell_ignored() {
    const auto& ignored = tree_.ignored();
    if (ignored.empty()) return;
    document_.findings.push_back({"deep-nesting", ignored.front(),
                                  std::to_string(ignored.size()) +
                                      " tags nest too deeply, or have too much in them; they were " +
                                      "ignored (here the first)"});
  }

  void close_ledger() {
    for (const ByteRange& comment : tree_.comments()) {
      if (!comment.empty()) document_.silent.push_back({comment, SilentKind::html_comment});
    }
    settle_silent(document_);
    const std::string& page = document_.source.text();
    for (const ByteRange& gap : unclaimed(document_, page, {0, page.size()}))
      document_.silent.push_back({gap, SilentKind::html_tag});
  }

  Document& document_;
  const ReadOptions& options_;
  PageTree tree_;
};

}  // namespace

void read_html_page(Document& document, const ReadOptions& options) { PageReader(document, options).read(); }

}  // namespace aloud
