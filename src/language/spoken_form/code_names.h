#pragma once

#include <cstddef>
#include <string_view>

#include "language/spoken_form/code_words.h"
#include "language/spoken_form/text_edits.h"

namespace aloud {

/// Whether a byte belongs to a name in code: a letter or a digit of any script, or "_".
bool is_code_word_byte(char c);

/// Adds to `edits` what is said of the name in `code` that begins at `at`: its parts as words ("maxSize", "max_size",
/// "MAX_SIZE"), and returns where it ends.
std::size_t say_code_name(std::string_view code, std::size_t at, const CodeWords& words, Edits& edits);

}  // namespace aloud
