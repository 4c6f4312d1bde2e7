#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "util/byte_range.h"

namespace aloud {

/// A tag as far as speech cares for it.
struct HtmlTag {
  std::string name;                    ///< lower case; empty for a comment, declaration or processing instruction
  bool closing = false;                ///< </name>
  bool self_closing = false;           ///< <name/>, or an element that never has content, such as br
  std::optional<std::string> lang;     ///< the lang attribute
  ByteRange alt;                       ///< img: where the value of the alt attribute stands in the tag; empty if there is none
  std::string source;                  ///< img: the src attribute
  std::optional<std::string> address;  ///< a: the href attribute
  std::size_t columns = 1;             ///< td, th: the colspan attribute
  std::size_t rows = 1;                ///< td, th: the rowspan attribute
  std::optional<int> number;           ///< ol: where it starts; li: its number
  std::string code_language;           ///< pre, code: "python" of a class such as "language-python"
  bool hidden = false;                 ///< hidden, aria-hidden="true", style="display: none"
};

/// Reads a tag, comment or declaration as a whole, from "<" to ">".
HtmlTag parse_html_tag(std::string_view tag);

/// The end of what begins with "<" at `at`: a comment, a declaration or a tag; nullopt for a "<" that is text.
std::optional<std::size_t> html_tag_end(std::string_view html, std::size_t at);

}  // namespace aloud
