#pragma once

#include <cstddef>
#include <string_view>

#include "document/document.h"

namespace aloud {

/// Gives every byte of `text`, in which the document's ranges count, from `body_begin` on that no block and no silent range has
/// claimed a place: reference definitions, which are not in cmark's tree, and markup become silent, other text a paragraph and
/// a finding. New blocks stand at the end.
void rescue_unclaimed(Document& document, std::string_view text, std::size_t body_begin);

}  // namespace aloud
