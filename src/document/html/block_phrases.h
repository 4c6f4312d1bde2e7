#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace aloud {

/// What a line of a page says that is no line of its article.
struct BlockPhrase {
  std::string_view text;  ///< small letters
  SilentKind kind;
};

/// A line for the lists below: small letters, without punctuation at its end.
std::string folded_line(std::string_view text);

/// "share", "advertisement": where it is the whole line. nullptr: none.
const BlockPhrase* whole_line_phrase(std::string_view line);
/// "read more:", "photo by": where a short line begins so. nullptr: none.
const BlockPhrase* beginning_phrase(std::string_view line);
/// "related articles", "leave a reply": a heading over what is not the article. nullptr: none.
const BlockPhrase* heading_phrase(std::string_view line);

}  // namespace aloud
