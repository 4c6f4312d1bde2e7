#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/formulas/expression.h"

namespace aloud {

/// What a symbol does, by the table of TeX: "relation", "sum", …; empty for other expressions and for symbols without a role.
std::string_view role_of(const Expression& part);

/// The parts of a row; of anything else, itself alone.
struct PartsOf {
  explicit PartsOf(const Expression& expression)
      : begin(expression.is(Expression::Kind::row) ? expression.parts.data() : &expression),
        count(expression.is(Expression::Kind::row) ? expression.parts.size() : 1) {}
  const Expression& operator[](std::size_t i) const { return begin[i]; }
  std::size_t size() const { return count; }

  const Expression* begin;
  std::size_t count;
};

bool is_integer(const Expression& part);
bool is_letter(const Expression& part);  ///< an identifier of one letter
bool is_minus(const Expression& part);
bool is_large(const Expression& part);  ///< a sum, integral, limit, maximum, …, without its range
/// A round bracket around something.
bool is_parenthesised(const Expression& part);
/// A fraction of whole numbers that has a name: "three fourths".
bool is_common_fraction(const Expression& part);
/// What ClearSpeak calls simple: a number, letter, product of these, the negative of one, a function of one: what can stand
/// beside other words without a border around it.
bool is_simple(const Expression& part);
/// Whether there is a power within: of which the end must be told where it is an exponent itself.
bool holds_power(const Expression& part);
/// Whether `part` may be multiplied by what stands beside it without a sign.
bool is_operand(const Expression& part);
/// Whether a sum or difference is among the parts of a row.
bool is_sum(const Expression& part);

}  // namespace aloud
