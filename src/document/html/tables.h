#pragma once

#include "document/html/page_tree.h"
#include "document/html/page_weights.h"

namespace aloud {

/// Whether a table holds data, rather than laying out the page.
bool is_data_table(const PageTree& tree, PageTree::Index table, const std::vector<NodeWeight>& weights);

/// How many columns a cell takes, as its `colspan` says within reason.
std::size_t columns_of(const PageTree& tree, PageTree::Index cell);

}  // namespace aloud
