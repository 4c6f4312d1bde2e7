#include "language/spoken_form/shared/grammar.h"

namespace aloud::shared_rules {

std::string Grammar::decimals(std::string_view digits) const {
  std::string words;
  const auto append = [&](const std::string& part) { words += (words.empty() ? "" : " ") + part; };
  const bool pairs = digits.size() > 3;
  while (!digits.empty()) {
    if (digits.front() == '0') {
      append(cardinal("0"));
      digits.remove_prefix(1);
      if (!pairs || digits.empty()) continue;
      append(cardinal(digits.substr(0, 1)));
      digits.remove_prefix(1);
      continue;
    }
    const std::string_view group = digits.substr(0, pairs ? 2 : 3);
    append(cardinal(group));
    digits.remove_prefix(group.size());
  }
  return words;
}

}  // namespace aloud::shared_rules
