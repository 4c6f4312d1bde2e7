#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "language/spoken_form/phrase_table.h"

namespace aloud {

/// The text of a table of formulas/tables by its name: "tex", or a language. Empty if there is none.
std::string_view formula_table_text(std::string_view name);

/// Sections of lines "key = value". `separator` tells which " = " of a line parts them.
class FormulaTable {
 public:
  enum class Keys {
    one,   ///< the first " = " ends the key, which may hold spaces
    many,  ///< the last one ends a list of keys with spaces between
  };
  /// Throws Error{usage} with the line for one without " = ", and for lines before the first section.
  FormulaTable(std::string_view name, std::string_view text, Keys keys);

  /// The value for a key; null if the section (or the table) lacks it.
  const std::string* find(std::string_view section, std::string_view key) const;
  /// The same; empty if it lacks it.
  std::string_view get(std::string_view section, std::string_view key) const;

 private:
  using Section = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;
  std::unordered_map<std::string, Section, StringHash, std::equal_to<>> sections_;
};

/// What TeX's commands, characters and units stand for.
const FormulaTable& tex_table();

}  // namespace aloud
