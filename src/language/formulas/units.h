#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Whether a TeX command is one of siunitx's for numbers and units.
bool is_quantity_command(std::string_view name);
/// Whether it has two arguments, a number and a unit.
bool has_number_and_unit(std::string_view name);

/// What such a command prints, in the plain writing that prose has ("5 m/s", "30°"), with a decimal point. `unit` is empty
/// where the command has one argument.
std::string plain_quantity(std::string_view name, std::string_view first, std::string_view unit);

}  // namespace aloud
