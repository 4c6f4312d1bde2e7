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

/// The same, but that text may be lost: what a document from another process must hold.
std::string unsound(const Document& document);

/// For fuzzing: reads the bytes of a file, which is refused as input or gives a document without violation; else ends the
/// process.
void require_promises(std::string_view bytes, DocumentFormat format);

}  // namespace aloud
