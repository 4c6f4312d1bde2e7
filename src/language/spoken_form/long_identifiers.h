#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/spoken_form/code_words.h"

namespace aloud {

/// How names without meaning are said: UUIDs, commits, checksums, long numbers.
enum class LongIdentifiers : unsigned char {
  shorten,  ///< the first four characters, by which people know them as well
  speak,    ///< all characters
};

/// What is said for a chunk of text if it is an identifier, not a word or a quantity, and by which rule.
struct IdentifierWords {
  std::string words;
  const char* rule = nullptr;
};

/// `chunk`: without white space and without marks at its ends. `before`: the word before it, which tells what a number is
/// ("commit 1234567").
std::optional<IdentifierWords> say_identifier(std::string_view chunk, std::string_view before, LongIdentifiers how,
                                              const CodeWords& words);

}  // namespace aloud
