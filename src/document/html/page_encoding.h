#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// The encoding that a page declares in its first bytes, by `<meta charset>`, `<meta http-equiv="Content-Type">` or an XML
/// declaration, under a name that ICU knows: as browsers do, the larger Windows code page for the standard that is a part of
/// it. Empty if it declares none.
std::string declared_encoding(std::string_view bytes);

/// The same for a label that something else gave the page, as an HTTP header does: "ISO-8859-1" is windows-1252.
std::string meant_encoding(std::string_view label);

}  // namespace aloud
