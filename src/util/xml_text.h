#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// `text` as character data or a quoted attribute of XML and HTML: & < > " escaped, broken bytes as U+FFFD, and without the
/// control characters that XML 1.0 (section 2.2) has no room for. White space stays as it is.
std::string xml_text(std::string_view text);

}  // namespace aloud
