#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

// Numbers as runs of ASCII digits.

/// Without leading zeros; "0" for zero and for no digits.
std::string_view without_zeros(std::string_view digits);

/// "1", "10", "100" and so on.
bool is_power_of_ten(std::string_view digits);

/// The number's value; more than nine digits give 999'999'999.
std::uint32_t value_of(std::string_view digits);

/// The digits among the bytes of `written`: "1,234" → "1234".
std::string digits_of(std::string_view written);

/// Some digits of a number, next to each other.
struct DigitGroup {
  std::uint32_t value = 0;
  std::size_t power = 0;  ///< groups that follow: 2 for the "1" of 1'002'003
};

/// A number in groups of `size` digits, as its words are said: the highest first, without those of zeros alone. Zero is one
/// group. Requires: 0 < size <= 9.
std::vector<DigitGroup> digit_groups(std::string_view digits, std::size_t size);

/// Digits by their names, with spaces between: "007" → "zero zero seven". Requires: ten names or more, from that of zero on.
std::string named_digits(std::string_view digits, std::span<const char* const> names);

}  // namespace aloud
