#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Text for a terminal or a log, in which what others wrote does nothing but stand there.
///
/// Control characters but tabs and line ends, and the characters that turn the direction of what follows (U+202A–U+202E,
/// U+2066–U+2069), are written out: "\x1b", "\u202e". Broken bytes become U+FFFD. U+2060 WORD JOINER, which nobody sees, stands
/// before "::" at the beginning of a line and within "##[", "##vso[" and the like anywhere: CI runners take these for commands.
std::string safe_lines(std::string_view text);

/// The same on one line: white space folded to single spaces and trimmed.
std::string safe_line(std::string_view text);

/// JSON that means the same and holds none of those characters, nor "##[": they are escaped.
std::string safe_json(std::string_view json);

}  // namespace aloud
