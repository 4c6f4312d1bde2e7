#pragma once

#include <string_view>

namespace aloud {

/// A digest of the library's sources, made when it is built: two equal ones promise equal files from equal inputs. A version
/// number alone would not do while the program is being worked on.
std::string_view source_digest();

}  // namespace aloud
