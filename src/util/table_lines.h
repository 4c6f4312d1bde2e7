#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace aloud {

/// A line of a table that somebody keeps by hand.
struct TableLine {
  std::string_view text;   ///< without white space at its ends, not empty
  std::size_t number = 0;  ///< from 1
  bool indented = false;   ///< white space came first
};

/// The lines of `table` that are neither blank nor a comment (a first character "#").
std::vector<TableLine> table_lines(std::string_view table);

/// The parts of a line between spaces and tabs.
std::vector<std::string_view> fields_of(std::string_view line);

}  // namespace aloud
