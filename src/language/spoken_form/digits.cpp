#include "language/spoken_form/digits.h"

#include <algorithm>
#include <iterator>

#include "util/ascii.h"

namespace aloud {

std::string_view without_zeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? std::string_view("0") : digits.substr(first);
}

bool is_power_of_ten(std::string_view digits) {
  return digits.starts_with('1') && digits.find_first_not_of('0', 1) == std::string_view::npos;
}

std::uint32_t value_of(std::string_view digits) {
  constexpr std::size_t kMostDigits = 9;
  if (digits.size() > kMostDigits) return 999'999'999;
  std::uint32_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint32_t>(digit - '0');
  return value;
}

std::string digits_of(std::string_view written) {
  std::string digits;
  std::copy_if(written.begin(), written.end(), std::back_inserter(digits), is_ascii_digit<char>);
  return digits;
}

std::vector<DigitGroup> digit_groups(std::string_view digits, std::size_t size) {
  digits = without_zeros(digits);
  std::vector<DigitGroup> groups;
  while (!digits.empty()) {
    const std::size_t power = (digits.size() - 1) / size;
    const std::size_t first = digits.size() - size * power;  // digits; fewer than `size` at the beginning
    const std::uint32_t value = value_of(digits.substr(0, first));
    digits.remove_prefix(first);
    if (value != 0 || (groups.empty() && power == 0)) groups.push_back({value, power});
  }
  return groups;
}

std::string named_digits(std::string_view digits, std::span<const char* const> names) {
  std::string words;
  for (const char digit : digits) {
    words += (words.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(digit - '0')]);
  }
  return words;
}

}  // namespace aloud
