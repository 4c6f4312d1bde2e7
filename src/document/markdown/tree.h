#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "document/markdown/memory.h"

namespace aloud {

using IteratorPointer = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

/// cmark drops footnotes that nothing refers to, and numbers the others by their first reference. A paragraph in front of the
/// article that refers to each keeps them all: "[^a]\n[^b]\n\n".
struct FootnotePrefix {
  std::string text;       ///< empty if there are no footnotes
  std::size_t lines = 0;  ///< of it, by which cmark's line numbers are too high
};
FootnotePrefix refer_to_all_footnotes(std::string_view body);

/// The tree of `prefix` and `body` with the extensions of GitHub (tables, strikethrough, autolinks, task lists) and footnotes;
/// the prefix's own paragraph is taken out. Lines count from the prefix's first. The tree is `memory`'s and goes with it;
/// nullptr where `memory` is not enough.
cmark_node* parse_markdown_tree(const std::string& prefix, std::string_view body, MarkdownMemory& memory);

// What the extensions' nodes are; they have no constants of their own. `node` may be null.
bool is_type(cmark_node* node, const char* name);
bool is_table(cmark_node* node);
bool is_header_row(cmark_node* node);
bool is_row(cmark_node* node);  ///< the header too
bool is_cell(cmark_node* node);

std::size_t count_children(cmark_node* node);

}  // namespace aloud
