#pragma once

#include <vector>

#include "document/html/page_tree.h"

namespace aloud {

/// How much is written below a node, in characters without white space.
struct NodeWeight {
  double text = 0;     ///< all that a browser shows
  double links = 0;    ///< of it, in links
  double prose = 0;    ///< of it, in paragraphs that read as prose: long, or of sentences, and not in links for the most part
  double own = 0;      ///< of `text`, in no block below this one
  int paragraphs = 0;  ///< that read as prose

  double link_density() const { return text > 0 ? links / text : 0; }
};

/// The weights of all nodes; those for which `counted` is false, and what is below them, weigh nothing.
std::vector<NodeWeight> weigh(const PageTree& tree, const std::vector<bool>& counted);

}  // namespace aloud
