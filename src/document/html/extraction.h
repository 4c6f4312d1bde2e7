#pragma once

#include <string>

#include "document/html/block_reader.h"
#include "document/html/metadata.h"
#include "document/read_options.h"

namespace aloud {

/// What of a page is the article, block by block, and why the rest is not.
struct Extraction {
  struct Line {
    bool kept = true;
    SilentKind kind = SilentKind::outside;  ///< where it is not kept
    std::string rule;
    int score = 0;
  };
  PageText text;
  std::vector<Line> blocks;  ///< for each of text.blocks
};
Extraction extract(const PageTree& tree, const PageMetadata& metadata, Extract what);

}  // namespace aloud
