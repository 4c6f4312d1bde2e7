#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/continental/grammar.h"

namespace aloud::continental {

/// Digits without leading zeros, "0" for zero.
inline std::string_view without_zeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? std::string_view("0") : digits.substr(first);
}

/// Requires: at most nine ASCII digits.
inline std::uint32_t value_of(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::uint32_t>(digit - '0');
  return value;
}

/// Decimals as people group them: up to three digits as one number ("quatorze", "zéro cinq"), more in pairs.
inline std::string decimals_in_groups(const Grammar& grammar, std::string_view digits) {
  std::string words;
  const auto append = [&](const std::string& part) { words += (words.empty() ? "" : " ") + part; };
  const bool pairs = digits.size() > 3;
  while (!digits.empty()) {
    if (digits.front() == '0') {
      append(grammar.cardinal("0"));
      digits.remove_prefix(1);
      if (!pairs || digits.empty()) continue;
      append(grammar.cardinal(digits.substr(0, 1)));
      digits.remove_prefix(1);
      continue;
    }
    const std::string_view group = digits.substr(0, pairs ? 2 : 3);
    append(grammar.cardinal(group));
    digits.remove_prefix(group.size());
  }
  return words;
}

}  // namespace aloud::continental
