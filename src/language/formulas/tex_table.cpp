#include "language/formulas/tex_table.h"

#include "util/error.h"
#include "util/table_lines.h"

namespace aloud {

FormulaTable::FormulaTable(std::string_view name, std::string_view text, Keys keys) {
  constexpr std::string_view kParting = " = ";
  Section* section = nullptr;
  for (const TableLine& line : table_lines(text)) {
    if (line.text.front() == '[' && line.text.back() == ']') {
      section = &sections_[std::string(line.text.substr(1, line.text.size() - 2))];
      continue;
    }
    const std::size_t at = keys == Keys::one ? line.text.find(kParting, 1) : line.text.rfind(kParting);
    if (section == nullptr || at == std::string_view::npos) {
      throw Error(ErrorKind::usage, "a line of a table of formulas needs \"key = value\" below a [section]",
                  {std::string(name), line.number, 1});
    }
    const std::string value(line.text.substr(at + kParting.size()));
    const std::string_view left = line.text.substr(0, at);
    if (keys == Keys::one) {
      section->insert_or_assign(std::string(left), value);
    } else {
      for (const std::string_view key : fields_of(left)) section->insert_or_assign(std::string(key), value);
    }
  }
}

const std::string* FormulaTable::find(std::string_view section, std::string_view key) const {
  const auto found = sections_.find(section);
  if (found == sections_.end()) return nullptr;
  const auto value = found->second.find(key);
  return value == found->second.end() ? nullptr : &value->second;
}

std::string_view FormulaTable::get(std::string_view section, std::string_view key) const {
  const std::string* value = find(section, key);
  return value == nullptr ? std::string_view() : std::string_view(*value);
}

const FormulaTable& tex_table() {
  static const FormulaTable table("tex", formula_table_text("tex"), FormulaTable::Keys::many);
  return table;
}

}  // namespace aloud
