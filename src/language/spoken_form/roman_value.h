#pragma once

#include <cstdint>
#include <string_view>

namespace aloud {

/// The value of a Roman numeral in its canonical form (either case), 0 if it is none.
std::uint32_t roman_value(std::string_view text);

/// "C", "D", "L", "M": numerals that are more often letters where they stand alone ("article L. 123", "Part D").
inline bool is_lone_letter(std::string_view text) {
  return text.size() == 1 && std::string_view("CDLM").find(text) != std::string_view::npos;
}

}  // namespace aloud
