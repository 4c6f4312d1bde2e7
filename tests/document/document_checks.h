#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace aloud {

/// Decodes `text` as if it were a file named "article".
Document read_text(std::string_view text, DocumentFormat format);

/// What every document must hold: runs in range and linear ones equal to their source; silent ranges ordered, disjoint and not
/// spoken; every letter and digit of the source in a block or in a silent range; spans within their text. Returns the first
/// violation, or an empty string.
std::string violation(const Document& document);

}  // namespace aloud
