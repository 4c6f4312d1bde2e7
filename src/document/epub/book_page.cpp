#include "document/epub/book_page.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "document/epub/matter.h"
#include "document/html/page_marks.h"

namespace aloud {
namespace {

using Index = PageTree::Index;

// The book may call a file its contents that holds all of it besides.
bool may_be(Matter matter, const NodeWeight& page) {
  constexpr double kMostText = 6000, kLeastLinks = 0.5;  // characters; of a table of contents
  if (matter == Matter::contents) return page.text <= kMostText || page.link_density() >= kLeastLinks;
  return matter == Matter::index || page.text <= kMostText;
}

void fill(const PageTree& tree, std::vector<const BookNote*>& notes, Index node, const BookNote* note) {
  for (Index below = node; below < tree[node].end; ++below) {
    if (notes[below] == nullptr) notes[below] = note;
  }
}

}  // namespace

BookPage::Result BookPage::read(Matter matter) {
  Verdicts verdicts(tree_);
  std::vector<NodeWeight> weights = weigh(tree_, verdicts.kept());
  mark_unseen(tree_, weights, verdicts);
  mark_numbers_and_ways_back(verdicts);
  weights = weigh(tree_, verdicts.kept());
  if (matter != Matter::auxiliary && !may_be(matter, weights.front())) matter = Matter::text;
  if (matter == Matter::text) matter = matter_of_page(weights);
  Result result;
  result.text = read_blocks(tree_, weights, verdicts, notes_.references);
  const std::vector<Matter> of_nodes = matter_of_nodes(tree_, matter);
  const std::vector<const BookNote*> notes = notes_of_nodes();
  for (const PageBlock& block : result.text.blocks) {
    result.matter.push_back(of_nodes[block.node]);
    result.note.push_back(notes[block.node]);
  }
  result.comments = tree_.comments();
  result.ignored = tree_.ignored();
  return result;
}

// A page that says what it is says so at its body, or at the only section of it.
Matter BookPage::matter_of_page(const std::vector<NodeWeight>& weights) const {
  const Index body = tree_.find(Element::body);
  for (Index node = body; node < tree_.size(); ++node) {
    if (tree_[node].element == Element::text) continue;
    if (weights[node].text < weights.front().text) break;
    for (const char* const attribute : {"epub:type", "role"}) {
      if (const Matter matter = matter_of_words(tree_.value(node, attribute)); matter != Matter::text) return matter;
    }
    if (!tree_.value(node, "epub:type").empty() && node != body) return Matter::text;
  }
  return matter_of_shape(tree_, weights);
}

void BookPage::mark_numbers_and_ways_back(Verdicts& verdicts) const {
  for (Index node = 1; node < tree_.size(); ++node) {
    if (is_page_number(tree_, node)) verdicts.leave_out(node, SilentKind::page_mark, "page number");
    const bool back = tree_[node].element == Element::a &&
                      std::binary_search(notes_.back.begin(), notes_.back.end(), tree_[node].source.begin);
    if (back) verdicts.leave_out(node, SilentKind::footnote_label, "way back from a note");
  }
}

// A note is the block that its name is at or in.
std::vector<const BookNote*> BookPage::notes_of_nodes() {
  std::vector<const BookNote*> notes(tree_.size(), nullptr);
  for (Index node = 1; node < tree_.size(); ++node) {
    if (notes[node] == nullptr) notes[node] = notes[tree_[node].parent];
    const PageNode& of = tree_[node];
    if (of.element == Element::text || of.element == Element::body || of.source.empty()) continue;
    if (const auto named = notes_.notes.find(of.source.begin); named != notes_.notes.end()) {
      Index holder = node;
      while (!tree_[holder].block && holder != 0) holder = tree_[holder].parent;
      if (holds_one_note(holder)) fill(tree_, notes, holder, &named->second);
    } else if (notes[node] == nullptr && is_typed_note(node)) {
      fill(tree_, notes, node, &unnamed_.emplace_back());
    }
  }
  return notes;
}

bool BookPage::is_typed_note(Index node) const {
  const std::string_view type = tree_.value(node, "epub:type"), role = tree_.value(node, "role");
  for (const std::string_view word : {"footnote", "endnote", "rearnote"}) {
    if (has_word(type, word) || has_word(role, "doc-" + std::string(word))) return true;
  }
  return false;
}

bool BookPage::holds_one_note(Index holder) const {
  if (holder == 0 || tree_[holder].element == Element::body || heading_level(tree_[holder].element) > 0) return false;
  const ByteRange source = tree_[holder].source;
  const auto first = notes_.notes.lower_bound(source.begin);
  return first != notes_.notes.end() && first->first < source.end &&
         (std::next(first) == notes_.notes.end() || std::next(first)->first >= source.end);
}

}  // namespace aloud
