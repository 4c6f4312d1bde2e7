#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// The encoding that a page declares in its first bytes, by `<meta charset>`, `<meta http-equiv="Content-Type">` or an XML
/// declaration, under a name that ICU knows: as browsers do, the larger Windows code page for the standard that is a part of
/// it. Empty if it declares none.
std::string declared_encoding(std::string_view bytes);

}  // namespace aloud
