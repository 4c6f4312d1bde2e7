#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace aloud {

/// Where a text that may be TOML nests deeper than any that a person writes, by brackets or by the parts of a dotted key
/// ("[a.a.a…]"): to ask before a parser that would run out of stack gets it. nullopt: nowhere. Time is linear in the size.
std::optional<std::size_t> deep_toml_nesting(std::string_view toml);

}  // namespace aloud
