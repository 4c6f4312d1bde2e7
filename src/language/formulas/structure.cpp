#include "language/formulas/structure.h"

#include <algorithm>
#include <charconv>

#include "language/formulas/tex_table.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Kind = Expression::Kind;

int value_of(const Expression& number) {
  int value = 0;
  const char* end = number.text.data() + number.text.size();
  return std::from_chars(number.text.data(), end, value).ec == std::errc() ? value : -1;
}

bool is_differential(const Expression& part) {
  return part.is(Kind::identifier, "d") || part.is_symbol("∂") || part.is_symbol("∇") || part.is(Kind::identifier, "Δ");
}

// "d", "∂", or one with a power: what a derivative is written with.
bool begins_differential(const Expression& part) {
  return is_differential(part) || (part.is(Kind::scripts) && is_differential(part.parts.front()));
}

bool is_simple_application(const Expression& name, const Expression& argument) {
  if (is_parenthesised(argument)) return is_simple(argument.parts.front());
  return name.is(Kind::function) && is_simple(argument);
}

bool is_simple_row(const Expression& row) {
  const PartsOf parts(row);
  std::size_t i = parts.size() > 1 && is_minus(parts[0]) ? 1 : 0;
  if (begins_differential(parts[0])) {
    return std::all_of(parts.begin, parts.begin + parts.size(), [](const Expression& part) {
      return is_letter(part) || begins_differential(part) || (part.is(Kind::scripts) && is_letter(part.parts.front()));
    });
  }
  if (parts.size() - i == 2 && (is_letter(parts[i]) || parts[i].is(Kind::function)) &&
      is_simple_application(parts[i], parts[i + 1])) {
    return true;
  }
  for (; i < parts.size(); ++i) {
    if (!parts[i].is(Kind::number) && !parts[i].is(Kind::identifier) && !is_common_fraction(parts[i])) return false;
  }
  return true;
}

}  // namespace

std::string_view role_of(const Expression& part) {
  if (part.is(Kind::function, "mod")) return "operator";
  return part.is(Kind::symbol) ? tex_table().get("roles", part.text) : std::string_view();
}

bool is_integer(const Expression& part) { return part.is(Kind::number) && part.text.find('.') == std::string::npos; }

bool is_letter(const Expression& part) {
  return part.is(Kind::identifier) && code_point_at(part.text, 0).size == part.text.size();
}

bool is_minus(const Expression& part) { return part.is_symbol("-") || part.is_symbol("−"); }

bool is_large(const Expression& part) {
  if (role_of(part) == "large") return true;
  constexpr std::string_view kNames = " lim limsup liminf max min sup inf argmax argmin injlim projlim ";
  return part.is(Kind::function) && kNames.find(" " + part.text + " ") != std::string_view::npos;
}

bool is_parenthesised(const Expression& part) { return part.is(Kind::fenced, "( )"); }

bool is_common_fraction(const Expression& part) {
  // ClearSpeak's borders for fractions that are said by their names.
  constexpr int kMostParts = 19, kSmallestPart = 10;
  if (!part.is(Kind::fraction) || !is_integer(part.parts[0]) || !is_integer(part.parts[1])) return false;
  const int upper = value_of(part.parts[0]), lower = value_of(part.parts[1]);
  return upper >= 1 && upper <= kMostParts && lower >= 2 && lower <= kSmallestPart;
}

bool is_simple(const Expression& part) {
  switch (part.kind) {
    case Kind::number:
    case Kind::identifier:
    case Kind::text:
    case Kind::function:
    case Kind::command:
    case Kind::quantity:
      return true;
    case Kind::symbol:
      return role_of(part).empty() || is_differential(part);
    case Kind::fraction:
      return is_common_fraction(part);
    case Kind::scripts:
      return part.parts[0].is(Kind::number) && part.parts[2].is_symbol("∘");
    case Kind::row:
      return !part.parts.empty() && is_simple_row(part);
    default:
      return false;
  }
}

bool holds_power(const Expression& part) {
  if (part.is(Kind::scripts)) {
    const Expression& raised = part.parts[2];
    if (!raised.is_empty() && !raised.is_symbol("′") && !raised.is_symbol("∘")) return true;
  }
  return std::any_of(part.parts.begin(), part.parts.end(), holds_power);
}

bool is_operand(const Expression& part) {
  switch (part.kind) {
    case Kind::number:
    case Kind::identifier:
    case Kind::fraction:
    case Kind::binomial:
    case Kind::root:
    case Kind::accent:
    case Kind::fenced:
    case Kind::table:
      return true;
    case Kind::scripts:
      return !is_large(part.parts[0]) && !part.parts[0].is(Kind::function) && role_of(part.parts[0]).empty();
    case Kind::row:
      return !part.parts.empty();
    default:
      return false;
  }
}

bool is_sum(const Expression& part) {
  const PartsOf parts(part);
  return std::any_of(parts.begin, parts.begin + parts.size(), [](const Expression& each) { return role_of(each) == "sum"; });
}

}  // namespace aloud
