#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"
#include "util/byte_range.h"

namespace aloud {

/// Front matter, found and not yet parsed.
struct FrontMatterBlock {
  FrontMatter::Syntax syntax = FrontMatter::Syntax::none;
  ByteRange content;  ///< what the parser gets
  ByteRange whole;    ///< from the start of the text, with the delimiter lines
};

/// The block that opens `text`, blank lines before it apart: `---` … `---` or `...` around YAML, `+++` … `+++` around TOML, or
/// a JSON object whose end is the end of its line; or lines "Key: value" with a title among them, up to a blank one. nullopt
/// where there is none: a `---` without a closing line, or not followed by a line "key: …", is a thematic break.
std::optional<FrontMatterBlock> find_front_matter(std::string_view text);

/// Where `text` begins as front matter does and find_front_matter() finds none: what delimits it there, "---", "+++" or "}".
/// Empty for any other text.
std::string_view unclosed_delimiter(std::string_view text);

/// The key that a line of front matter in any of the syntaxes sets: what stands before its ":" or "=", without quotes, brackets
/// and blanks. Empty for other lines.
std::string_view key_of_line(std::string_view line);

}  // namespace aloud
