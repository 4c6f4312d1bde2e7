#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// The text of a lexicon with one entry more, and all else as it is: in PLS a <lexeme> with the indentation of the last one; in
/// a plain list a line, in its place where the list is sorted, else at the end. `pronunciation`: /IPA/, [[mnemonics]] or other
/// words. `text` may be empty: a new lexicon, in PLS where `path` ends in ".pls" or ".xml". On failure (the word is there
/// already, the pronunciation cannot be said, the lexicon does not parse) throws Error{input}.
std::string with_entry(std::string_view text, const std::string& path, std::string_view word, std::string_view pronunciation,
                       const std::string& language);

}  // namespace aloud
