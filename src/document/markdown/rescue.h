#pragma once

#include <cstddef>

#include "document/document.h"

namespace aloud {

/// Gives every byte from `body_begin` on that no block and no silent range has claimed a place: reference definitions, which
/// are not in cmark's tree, and markup become silent, other text a paragraph and a finding. New blocks stand at the end.
void rescue_unclaimed(Document& document, std::size_t body_begin);

}  // namespace aloud
