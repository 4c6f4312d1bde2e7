#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Edits (insertion, deletion, replacement, swap of neighbours) that turn one name into the other, case ignored for ASCII.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known name that `name` was probably meant to be: the nearest one within two edits or a third of its length,
/// whichever is less strict; the first of equals. nullopt if none is near.
std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& known);

}  // namespace aloud
