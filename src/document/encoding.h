#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace aloud {

struct Encoding {
  std::string name;          ///< IANA name, e.g. "UTF-8", "windows-1252"
  std::size_t bom_size = 0;  ///< bytes of a byte-order mark at the start
};

/// What a file that is no text seems to be ("a PNG image"), by its first bytes or by what no text holds (NUL bytes, many
/// control characters); nullopt for text.
std::optional<std::string> recognize_binary(std::string_view bytes);

/// The encoding of a text: its byte-order mark; UTF-16 by where its NUL bytes are; UTF-8 if it is valid or nearly so; else
/// the one that it declares itself, if ICU knows that and it gives bytes a meaning where UTF-8 does not; else
/// what uchardet guesses, windows-1252 where that cannot be right. Always names something that decode() can convert.
Encoding detect_encoding(std::string_view bytes, const std::string& declared = {});

}  // namespace aloud
