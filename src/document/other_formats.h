#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Why a file is no article that aloud reads, and what to do: XML, reStructuredText, Org, AsciiDoc.
/// nullptr for others, web pages included. Told from the text, and from the name of the file.
const char* other_format(std::string_view path, std::string_view text);

/// Whether a text, or the bytes of one, begins as a whole web page does: with "<!doctype html" or "<html"; a byte-order mark,
/// an XML declaration and comments may stand before. Markdown with some HTML in it does not.
bool begins_as_page(std::string_view text);

/// Whether a text begins as SSML does: with the element <speak>.
bool begins_as_ssml(std::string_view text);

/// Whether a text begins as SubRip or WebVTT does: with "WEBVTT", or a number above times.
bool begins_as_subtitles(std::string_view text);

}  // namespace aloud
