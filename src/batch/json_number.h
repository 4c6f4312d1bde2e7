#pragma once

#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace aloud {

/// A whole number out of JSON that somebody else may have written. The library's own get<>() converts what is a fraction,
/// negative or too large for the type to some number, which for "1e30" is undefined. On failure (not a whole number, or not one
/// of `Number`'s) throws std::invalid_argument.
template <std::integral Number, class Json>
Number whole_number(const Json& json) {
  const bool fits = json.is_number_unsigned()  ? std::in_range<Number>(json.template get<std::uint64_t>())
                    : json.is_number_integer() ? std::in_range<Number>(json.template get<std::int64_t>())
                                               : false;
  if (!fits) throw std::invalid_argument("no whole number, or too large");
  return json.template get<Number>();
}

}  // namespace aloud
