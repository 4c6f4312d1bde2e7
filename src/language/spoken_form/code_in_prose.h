#pragma once

#include <string_view>

#include "language/spoken_form/code_words.h"
#include "language/spoken_form/long_identifiers.h"
#include "language/spoken_form/text_edits.h"

namespace aloud {

/// What is code or an identifier in prose though no markup says so: calls ("foo()"), qualified and compound names
/// ("std::swap", "max_size"), types with parameters ("Option<T>"), commands in a row ("make && make install"), hashes, UUIDs,
/// DOIs; a version before its date. Everything else is left to the rules of the language. Linear.
Edits find_code_in_prose(std::string_view text, const CodeWords& words, LongIdentifiers identifiers);

}  // namespace aloud
