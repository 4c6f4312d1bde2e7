#pragma once

#include <vector>

#include "document/html/page_kind.h"
#include "document/html/page_tree.h"
#include "document/html/page_weights.h"
#include "document/html/verdicts.h"

namespace aloud {

/// Leaves out what a browser does not show, and what only a machine or a mouse can use. `weights`: of all nodes.
void mark_unseen(const PageTree& tree, const std::vector<NodeWeight>& weights, Verdicts& verdicts);

/// Leaves out what says of itself that it is no article: by its element, its role, and the names that the site gave it. What
/// holds most of the page's prose is none of these, whatever it is called; and in a discussion, comments are the text.
void mark_furniture(const PageTree& tree, const std::vector<NodeWeight>& weights, PageKind kind, Verdicts& verdicts);

}  // namespace aloud
