#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace aloud {

/// Sorts `silent`, and cuts out of it what blocks speak and what an earlier range has already; drops what is left empty.
void settle_silent(Document& document);

/// The parts of `body`, a range of `text`, that neither a block nor a silent range accounts for, without white space at their
/// ends, in order. Requires: settle_silent() was called.
std::vector<ByteRange> unclaimed(const Document& document, std::string_view text, ByteRange body);

/// Whether something in `range` could be a word: a letter or digit of any script. Punctuation alone is markup.
bool has_alphanumeric(std::string_view text, ByteRange range);

}  // namespace aloud
