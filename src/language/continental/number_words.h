#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/continental/grammar.h"
#include "language/digits.h"

namespace aloud::continental {

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
