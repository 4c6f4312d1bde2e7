#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "document/plain_shapes.h"

namespace aloud {

// Columns that blanks alone set apart. Lines are given without white space around them.

/// Whether a line over a rule of dashes is one of column names: two names or more, with three blanks between, or three with
/// two.
bool names_columns(std::string_view line);

/// A table of aligned columns under names with a rule of dashes below: "Firm     Price" over "-----    -----".
std::optional<DrawnTable> aligned_table(const std::vector<std::string_view>& lines);

/// Whether lines stand in two columns with a wide gap, as the head of an RFC does: two lines or more of them, and none in
/// three.
bool stands_in_two_columns(const std::vector<std::string_view>& lines);

/// The blanks between the two; empty (npos) for a line in one column.
std::size_t wide_gap(std::string_view line);

}  // namespace aloud
