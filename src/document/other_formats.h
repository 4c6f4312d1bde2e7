#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Why a file is no article that aloud reads, and what to do: a whole page in HTML, XML, reStructuredText, Org, AsciiDoc or
/// subtitles. nullptr for others, Markdown with some HTML in it included. Told from the text, and from the name of the file.
const char* other_format(std::string_view path, std::string_view text);

}  // namespace aloud
