#pragma once

#include <cstdint>
#include <string_view>

namespace aloud {

/// The value of a Roman numeral in its canonical form (either case), 0 if it is none.
std::uint32_t roman_value(std::string_view text);

}  // namespace aloud
