#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "util/byte_range.h"

namespace aloud {

/// What is known of a text before it is composed.
struct TextPassages {
  std::vector<ByteRange> sentences;  ///< as Segmenter splits it by the rules of the article's language
  std::vector<Span> foreign;         ///< passages in other languages: in order, disjoint, not across the text's own spans
};

/// The same for a block. One whose language is told by its code, its HTML or the article's declaration has no texts: nobody
/// looked at it.
struct BlockPassages {
  std::string language;             ///< BCP 47, if the whole block is in another one; its texts are not split then
  std::vector<TextPassages> texts;  ///< of its content, or of its cells
};

/// Of an article, by the number of the block.
using ArticlePassages = std::vector<BlockPassages>;

}  // namespace aloud
