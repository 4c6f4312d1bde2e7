#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/html/page_tree.h"
#include "document/html/page_weights.h"
#include "document/html/verdicts.h"

namespace aloud {

/// A block of a page, and where it stands.
struct PageBlock {
  Block block;
  PageTree::Index node = 0;  ///< the element that it is the text of, or of a part of it
};

/// A node that is left out, with all below it.
struct LeftOutPart {
  PageTree::Index node = 0;
  Verdict verdict;
  std::size_t before = 0;  ///< how many blocks stand before it
};

/// What is shown on a page, in order.
struct PageText {
  std::vector<PageBlock> blocks;
  std::vector<LeftOutPart> left_out;
};

/// Links that are references to notes: where their tags begin in the page, and the notes' labels.
using NoteReferences = std::map<std::size_t, std::string>;

/// Reads all that has no verdict.
PageText read_blocks(const PageTree& tree, const std::vector<NodeWeight>& weights, const Verdicts& verdicts,
                     const NoteReferences& references = {});

}  // namespace aloud
