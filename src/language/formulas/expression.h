#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aloud {

/// A formula as it is laid out on the page: what TeX and MathML both say. What it means (a sum, a function of something) is
/// found when it is put into words.
struct Expression {
  enum class Kind {
    row,         ///< one after the other
    number,      ///< `text`: as written, with a point for decimals
    identifier,  ///< `text`: a letter, or a name of several
    function,    ///< `text`: the TeX name of a function that has one ("sin"), or the name given to \operatorname
    symbol,      ///< `text`: one character of Unicode
    text,        ///< `text`: words among the symbols
    space,       ///< wide enough to part what stands beside it
    fraction,    ///< numerator, denominator
    binomial,    ///< upper, lower
    root,        ///< radicand, and the index if there is one
    scripts,     ///< base, subscript, superscript; the latter two may be empty rows
    stacked,     ///< base, what stands below, what stands above; either may be an empty row
    accent,      ///< base; `text`: the mark above or below it
    fenced,      ///< content; `text`: the opening fence, a space, the closing one ("." for none)
    table,       ///< rows of cells, each a row; `text`: "matrix", "determinant", "cases" or "lines"
    chemistry,   ///< a row that is read letter by letter
    quantity,    ///< number and unit in plain writing: `text`
    command,     ///< `text`: the name of a TeX command that nothing is known of
  };

  Kind kind = Kind::row;
  std::string text{};
  std::vector<Expression> parts{};

  bool is(Kind wanted) const { return kind == wanted; }
  bool is(Kind wanted, std::string_view written) const { return kind == wanted && text == written; }
  bool is_symbol(std::string_view character) const { return is(Kind::symbol, character); }
  bool is_empty() const { return kind == Kind::row && parts.empty(); }
};

/// How deep constructs nest at the most; what lies deeper is no formula that anybody reads, and is left out.
inline constexpr int kDeepestFormula = 32;

/// A row, or its only part.
inline Expression row_of(std::vector<Expression> parts) {
  if (parts.size() == 1) {
    Expression only = std::move(parts.front());
    return only;
  }
  return {Expression::Kind::row, {}, std::move(parts)};
}

}  // namespace aloud
