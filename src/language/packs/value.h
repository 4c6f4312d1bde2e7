#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "language/packs/pack.h"

namespace aloud::packs {

/// A number as found: digits without separators.
struct Number {
  std::string whole = {}, fraction = {};
  bool minus = false, plus = false, about = false;
  bool point = false;               ///< a point where the language writes a comma: versions, other countries' decimals
  bool grouped = false;             ///< with separators between thousands
  const Noun* magnitude = nullptr;  ///< "mln"
  std::string magnitude_written = {};
};

enum class Kind : unsigned char {
  cardinal,
  decimal,
  ordinal,
  year,
  digits,
  percent,
  measure,
  money,
  fraction,
  date,
  time,
  roman,
  initialism
};

/// What a written form means, between finding and saying it. Fields that a kind does not have are as they begin.
struct Value {
  Kind kind = Kind::cardinal;
  Number number;
  std::optional<Number> to;                                  ///< the other end of a range
  Agreement agreement;                                       ///< of cardinals, ordinals and Roman numerals
  const Noun* noun = nullptr;                                ///< of measures
  const Currency* currency = nullptr;                        ///< of money
  std::string name;                                          ///< the unit or letters as written; before a date the preposition
  std::uint32_t year = 0, month = 0, day = 0, last_day = 0;  ///< 0: not written; last_day: of "5–7 May"
  std::uint32_t hour = 0, minute = 0, second = 0;
  bool has_second = false;
};

/// The value as `inspect` shows it: "{EUR 12.50}", "{2021-03-05}", "{5..10 km}".
std::string fields_of(const Value& value);

/// The kind's name as a rule's: "money", "range".
const char* rule_of(const Value& value);

}  // namespace aloud::packs
