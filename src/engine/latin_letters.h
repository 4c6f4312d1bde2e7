#pragma once

#include <string>

namespace aloud {

/// What stands for a character where an engine reads ASCII alone: "é" is "e", "ß" is "ss", a dash between words is ", ", and a
/// combining mark is nothing. Empty, too, for what has no such form (Greek, Chinese letters, most symbols).
std::string ascii_for(char32_t character);

/// Whether a character is heard, or rightly not, in ASCII: it is one, has a form in ASCII, or is white space, punctuation, or
/// a mark on a letter.
bool has_ascii_form(char32_t character);

}  // namespace aloud
