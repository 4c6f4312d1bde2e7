#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// A path as it stands in an address: all but letters, digits and -._~/ as %XX (RFC 3986, section 2.3).
std::string address_of_path(std::string_view path);

}  // namespace aloud
