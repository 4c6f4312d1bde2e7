#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace aloud {

/// Calls `visit(section, entry, line)` with each entry of a language table (docs/language.md): words between white space, below
/// a section's name in square brackets, which is handed on with its brackets; a "#" begins a comment. Lines count from 1.
template <typename Visit>
void each_table_entry(std::string_view table, Visit visit) {
  std::string_view section;
  for (std::size_t number = 1; !table.empty(); ++number) {
    std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    line = line.substr(0, line.find('#'));
    for (;;) {
      const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
      const std::size_t end = std::min(line.find_first_of(" \t\r", begin), line.size());
      const std::string_view entry = line.substr(begin, end - begin);
      if (entry.empty()) break;
      line.remove_prefix(end);
      if (entry.front() == '[') {
        section = entry;
      } else {
        visit(section, entry, number);
      }
    }
  }
}

}  // namespace aloud
