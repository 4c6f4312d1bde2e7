#pragma once

#include <string>

#include "language/spoken_form/english/english.h"

namespace aloud::english {

/// A unit as written, with what it is called. `end` 0 if there is none.
struct Unit {
  std::size_t end = 0;
  std::string one, many;

  explicit operator bool() const { return end != 0; }
};

/// "day", "person", …: words that amounts are for, after a slash.
bool is_measured_by(std::string_view word);

/// The unit at token `i`, after a number: simple ("km", "sq. ft."), squared ("m²"), compound ("km/h", "N·m").
Unit unit_at(const Tokens& tokens, std::size_t i, const English& english);

}  // namespace aloud::english
