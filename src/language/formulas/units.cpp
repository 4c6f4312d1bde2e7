#include "language/formulas/units.h"

#include <array>
#include <utility>

#include "language/formulas/tex_cursor.h"
#include "language/formulas/tex_table.h"
#include "util/ascii.h"

namespace aloud {
namespace {

std::string superscript(std::string_view digits) {
  constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string raised;
  for (const char c : digits) {
    if (c == '-') raised += "⁻";
    if (is_ascii_digit(c)) raised += kDigits[static_cast<std::size_t>(c - '0')];
  }
  return raised;
}

// "\kilo\metre\per\second", "m/s^2", "kg.m^{-3}" as prose writes them.
class UnitReader {
 public:
  explicit UnitReader(std::string_view source) : cursor_(source) {}

  std::string run() {
    while (!cursor_.at_end()) step();
    return unit_;
  }

 private:
  void step() {
    const char c = cursor_.peek();
    if (c == '\\') return command();
    if (c == '^') {
      cursor_.advance();
      unit_ += superscript(cursor_.raw_group());
      return;
    }
    const std::string_view character = cursor_.character();
    cursor_.advance(character.size());
    if (c == '.' || c == '~') {
      unit_ += "⋅";
    } else if (c != '{' && c != '}' && c != ' ') {
      unit_ += character;
    }
  }

  void command() {
    const std::string name(cursor_.command_name());
    cursor_.skip_command();
    if (const std::string* prefix = tex_table().find("prefixes", name)) {
      begin_unit();
      unit_ += *prefix;
      prefixed_ = true;
    } else if (const std::string* unit = tex_table().find("units", name)) {
      begin_unit();
      unit_ += *unit;
      prefixed_ = false;
      unit_ += std::exchange(power_, {});
    } else if (name == "per") {
      unit_ += '/';
    } else if (name == "square" || name == "cubic") {
      power_ = name == "square" ? "²" : "³";
    } else if (name == "squared" || name == "cubed") {
      unit_ += name == "squared" ? "²" : "³";
    } else if (name == "tothe" || name == "raiseto") {
      unit_ += superscript(cursor_.raw_group());
    }
  }

  void begin_unit() {
    if (!unit_.empty() && unit_.back() != '/' && !prefixed_) unit_ += "⋅";
  }

  TexCursor cursor_;
  std::string unit_;
  std::string power_;  // of the unit to come
  bool prefixed_ = false;
};

std::string plain_number(std::string_view written) {
  std::string number;
  for (const char c : written) {
    if (c != '{' && c != '}' && c != ' ' && c != '\\' && c != '~') number += c == ',' ? '.' : c;
  }
  return number;
}

}  // namespace

bool is_quantity_command(std::string_view name) {
  return has_number_and_unit(name) || name == "si" || name == "unit" || name == "num" || name == "ang";
}

bool has_number_and_unit(std::string_view name) { return name == "SI" || name == "qty"; }

std::string plain_quantity(std::string_view name, std::string_view first, std::string_view unit) {
  if (name == "num") return plain_number(first);
  if (name == "ang") return plain_number(first.substr(0, first.find(';'))) + "°";
  if (!has_number_and_unit(name)) return UnitReader(first).run();
  const std::string written = UnitReader(unit).run();
  const bool glued = written == "°" || written == "%";
  return plain_number(first) + (glued ? "" : " ") + written;
}

}  // namespace aloud
