#include "language/spoken_form/roman_value.h"

#include <array>
#include <string>
#include <utility>

namespace aloud {

std::uint32_t roman_value(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 13> kSteps = {{{"M", 1000},
                                                                                         {"CM", 900},
                                                                                         {"D", 500},
                                                                                         {"CD", 400},
                                                                                         {"C", 100},
                                                                                         {"XC", 90},
                                                                                         {"L", 50},
                                                                                         {"XL", 40},
                                                                                         {"X", 10},
                                                                                         {"IX", 9},
                                                                                         {"V", 5},
                                                                                         {"IV", 4},
                                                                                         {"I", 1}}};
  if (text.empty() || text.size() > 15) return 0;
  const bool small = text.front() >= 'a';
  std::string rest;
  for (const char c : text) {
    if ((c >= 'a') != small) return 0;
    rest += small ? static_cast<char>(c - 'a' + 'A') : c;
  }
  std::uint32_t value = 0;
  std::string_view left = rest;
  std::string canonical;
  for (const auto& [letters, worth] : kSteps) {
    for (; left.substr(0, letters.size()) == letters; left.remove_prefix(letters.size())) value += worth;
  }
  if (!left.empty() || value >= 4000) return 0;
  std::uint32_t remaining = value;
  for (const auto& [letters, worth] : kSteps) {
    for (; remaining >= worth; remaining -= worth) canonical += letters;
  }
  return canonical == rest ? value : 0;
}

}  // namespace aloud
