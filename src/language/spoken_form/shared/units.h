#pragma once

#include "language/spoken_form/shared/language.h"

namespace aloud::shared_rules {

/// A unit as written, with what it is called. `end` 0 if there is none.
struct Unit {
  std::size_t end = 0;
  Noun noun;
  std::string suffix;  ///< what follows the noun in both numbers: "pro Stunde"

  explicit operator bool() const { return end != 0; }
};

/// The unit at token `i`, after a number: simple ("km"), of a power ("m²"), compound ("km/h").
Unit unit_at(const Tokens& tokens, std::size_t i, const Language& language);

/// "eine Stunde", "zwei Stunden pro Tag": the unit in its form after a number.
std::string unit_words(const Unit& unit, bool singular, Case grammatical_case, const Language& language);

}  // namespace aloud::shared_rules
