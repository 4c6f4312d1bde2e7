#include "language/packs/value.h"

#include <fmt/format.h>

namespace aloud::packs {
namespace {

std::string text_of(const Number& number) {
  std::string text = number.minus ? "-" : "";
  text += number.whole.empty() ? "0" : number.whole;
  if (!number.fraction.empty()) text += "." + number.fraction;
  if (number.magnitude != nullptr) text += " " + number.magnitude_written;
  return text;
}

std::string date_text(const Value& value) {
  std::string text = value.year == 0 ? "--" : fmt::format("{:04}-", value.year);
  text += fmt::format("{:02}-{:02}", value.month, value.day);
  if (value.last_day != 0) text += fmt::format("..{:02}", value.last_day);
  return text;
}

}  // namespace

std::string fields_of(const Value& value) {
  std::string amount = text_of(value.number);
  if (value.to) amount += ".." + text_of(*value.to);
  switch (value.kind) {
    case Kind::money:
      return "{" + value.currency->code + " " + amount + "}";
    case Kind::measure:
      return "{" + amount + " " + value.name + "}";
    case Kind::percent:
      return "{" + amount + "%}";
    case Kind::fraction:
      return "{" + (value.number.whole.empty() ? "" : value.number.whole + " ") + value.name + "}";
    case Kind::date:
      return "{" + date_text(value) + "}";
    case Kind::time:
      return value.has_second ? fmt::format("{{{:02}:{:02}:{:02}}}", value.hour, value.minute, value.second)
                              : fmt::format("{{{:02}:{:02}}}", value.hour, value.minute);
    case Kind::initialism:
      return "{" + value.name + "}";
    case Kind::ordinal:
    case Kind::roman: {
      const std::string agreement = name_of(value.agreement);
      return "{" + amount + (agreement.empty() ? "" : " " + agreement) + "}";
    }
    case Kind::cardinal:
    case Kind::decimal:
    case Kind::year:
    case Kind::digits:
      break;
  }
  return "{" + amount + "}";
}

const char* rule_of(const Value& value) {
  if (value.to && (value.kind == Kind::cardinal || value.kind == Kind::decimal || value.kind == Kind::year)) return "range";
  switch (value.kind) {
    case Kind::cardinal:
      return "cardinal";
    case Kind::decimal:
      return "decimal";
    case Kind::ordinal:
      return "ordinal";
    case Kind::year:
      return "year";
    case Kind::digits:
      return "digits";
    case Kind::percent:
      return "percentage";
    case Kind::measure:
      return "measure";
    case Kind::money:
      return "money";
    case Kind::fraction:
      return "fraction";
    case Kind::date:
      return "date";
    case Kind::time:
      return "time";
    case Kind::roman:
      return "roman-numeral";
    case Kind::initialism:
      return "initialism";
  }
  return "cardinal";
}

}  // namespace aloud::packs
