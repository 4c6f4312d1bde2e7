#pragma once

#include <cstddef>
#include <string>

#include "language/spoken_form/recogniser.h"
#include "language/spoken_form/written_number.h"

namespace aloud {

/// A quantity in the tokens [begin, end) as `inspect` shows it behind its rule: "{-5.5 km}", "{$ 4.50}". What stands beside the
/// number is as written.
inline std::string quantity_text(const Tokens& tokens, const Signs& signs, const WrittenNumber& number, std::size_t end) {
  std::size_t first = signs.end;
  while (first < number.end && !tokens.is_number(first)) ++first;
  std::string text = "{";
  if (first > signs.end && first < number.end) text += std::string(tokens.str(signs.end, first)) + " ";
  if (signs.minus) text += "-";
  text += number.whole.empty() ? "0" : number.whole;
  if (!number.fraction.empty()) text += "." + number.fraction;
  if (number.end < end) text += " " + std::string(tokens.str(number.end, end));
  return text + "}";
}

/// `hit`, which says one stretch by a rule of this name, with the value behind the rule.
inline Hit with_value(Hit hit, const char* rule, const std::string& value) {
  if (hit) hit.edits.front().rule = rule + value;
  return hit;
}

}  // namespace aloud
