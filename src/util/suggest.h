#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Insertions, deletions, substitutions and swaps of neighbours, none of them touching the same place twice, that turn `a`
/// into `b` (the restricted Damerau–Levenshtein distance, in bytes; case differs).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Which of `names` a person who wrote `written` most likely meant: the nearest, differing in at most a third of its
/// characters and two at least (one, up to four letters), as "pich" → "pitch"; never in all of them; the first among equals;
/// case counts as no difference. Nothing when none is near.
std::optional<std::string> nearest_name(std::string_view written, const std::vector<std::string>& names);

/// ` (did you mean "pitch"?)`, to be put behind an error message; empty when no name is near.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& names);

}  // namespace aloud
