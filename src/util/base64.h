#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace aloud {

/// RFC 4648, section 4: the usual alphabet, filled up with "=".
std::string base64_of(std::span<const std::byte> bytes);

}  // namespace aloud
