#pragma once

#include "document/html/extraction.h"
#include "document/html/page_kind.h"

namespace aloud {

/// Judges the blocks that are left in what holds the article, by what they say and what stands around them.
void judge_blocks(PageKind kind, const PageMetadata& metadata, Extraction& extraction);

}  // namespace aloud
