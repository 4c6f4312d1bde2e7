#pragma once

#include <deque>
#include <vector>

#include "document/document.h"
#include "document/epub/notes.h"
#include "document/epub/scanned_page.h"
#include "document/html/block_reader.h"
#include "document/html/page_tree.h"
#include "document/html/page_weights.h"
#include "document/html/verdicts.h"

namespace aloud {

/// One page of a book, parsed: all that it shows, but numbers of printed pages and ways back from notes.
class BookPage {
 public:
  /// Both outlive this. On failure (too complex a page) throws Error{input} without a place.
  BookPage(const ScannedPage& scanned, const PageNotes& notes) : notes_(notes), tree_(PageTree::parse(scanned.text)) {}

  struct Result {
    PageText text;
    std::vector<Matter> matter;         ///< of each block
    std::vector<const BookNote*> note;  ///< the note that each block belongs to; nullptr: none. They live as long as the page
    std::vector<ByteRange> comments;
    std::vector<ByteRange> ignored;  ///< tags that nest too deeply
  };

  /// `matter`: what the book says of the page; Matter::text where it says nothing. Called once.
  Result read(Matter matter);

  ByteRange source_of(PageTree::Index node) const { return tree_[node].source; }

 private:
  Matter matter_of_page(const std::vector<NodeWeight>& weights) const;
  void mark_numbers_and_ways_back(Verdicts& verdicts) const;
  std::vector<const BookNote*> notes_of_nodes();
  bool is_typed_note(PageTree::Index node) const;
  bool holds_one_note(PageTree::Index holder) const;

  const PageNotes& notes_;
  std::deque<BookNote> unnamed_;  // to which nothing leads
  PageTree tree_;
};

}  // namespace aloud
