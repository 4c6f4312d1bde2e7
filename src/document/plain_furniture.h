#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace aloud {

/// What stands in plain text and belongs to its printing or its distribution, not to what is told.
struct PlainFurniture {
  std::vector<SilentRange> lines;   ///< whole lines with the empty ones around them: ordered, disjoint
  std::vector<SilentRange> inside;  ///< within lines of text, "[Pg 12]": ordered, disjoint
  std::size_t head_end = 0;         ///< where the header lines of a letter end; 0: it is none
};

/// Finds the licence around a book of Project Gutenberg, the heads and feet of an RFC's pages, page numbers beside form feeds,
/// "[Pg 12]", and what plain_mail.h finds. Linear.
PlainFurniture find_furniture(std::string_view text, std::size_t body_begin);

}  // namespace aloud
