#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// What is left of `text` for an engine that could not say it: ASCII letters, digits and spaces, and ".,?!" where a space or
/// the end follows (a dotted abbreviation repeated often enough aborts eSpeak NG 1.51). Everything else becomes a space, and
/// words are cut after 30 letters (the same suffix again and again overflows its buffer). Empty if nothing could be heard.
std::string simplified_text(std::string_view text);

}  // namespace aloud
