#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that turn `a` into `b`, in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// ` (did you mean "pitch"?)` for the candidate nearest to `word`, or nothing when none is near (a third of the word's length,
/// and at least one edit, is near). Of equally near candidates the first wins. Case does not count.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace aloud
