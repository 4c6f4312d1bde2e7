#pragma once

#include <string>
#include <vector>

#include "document/html/page_tree.h"
#include "document/html/page_weights.h"
#include "document/html/verdicts.h"

namespace aloud {

/// The element that holds the article, and how it was found.
struct MainContent {
  PageTree::Index node = 0;
  std::string rule;  ///< "element article", "itemprop articleBody", "density", …
};
MainContent find_main_content(const PageTree& tree, const std::vector<NodeWeight>& weights, const Verdicts& verdicts);

/// Leaves out all beside it.
void mark_outside(const PageTree& tree, const std::vector<NodeWeight>& weights, const MainContent& content, Verdicts& verdicts);

}  // namespace aloud
