#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

#include "language/formulas/expression.h"
#include "language/formulas/structure.h"
#include "language/formulas/tex_table.h"

namespace aloud {

/// Says a number ("3,5") or a quantity ("5 m/s") of prose in words.
using SayPlain = std::function<std::string(std::string_view plain)>;

/// Puts formulas into words by a language's table (formulas/tables).
class Verbaliser {
 public:
  /// Both have to outlive it.
  Verbaliser(const FormulaTable& wording, const SayPlain& say_plain) : wording_(wording), say_plain_(say_plain) {}

  /// The words, with commas where a listener needs a pause, and the mark that ends it (",", ".", ";") where one is written.
  std::string words(const Expression& formula) const;

 private:
  using Arguments = std::initializer_list<std::string>;
  /// Where a row stands, as far as signs are said otherwise there.
  enum class Place {
    anywhere,
    limit,      ///< below "lim": the arrow approaches
    map,        ///< behind a name and a colon: the arrow leads from one set to another
    condition,  ///< in the brackets of a function: the bar says what is given
    builder,    ///< what a set is made of: a member is in its set
  };

  // One construct each (constructs.cpp).
  std::string say(const Expression& part) const;
  std::string number(std::string_view digits) const;
  std::string symbol(std::string_view character) const;
  std::string fraction(const Expression& part) const;
  std::string root(const Expression& part) const;
  std::string scripts(const Expression& part) const;
  std::string power(std::string base, const Expression& of, const Expression& exponent) const;
  std::string raised(std::string base, const Expression& exponent) const;
  std::string accent(const Expression& part) const;
  std::string stacked(const Expression& part) const;
  std::string fenced(const Expression& part, Place place = Place::anywhere) const;
  std::string set(const Expression& content) const;
  std::string around(const Expression& fenced, Place place) const;
  std::string table(const Expression& part) const;
  std::string matrix(const Expression& part, std::string_view kind) const;
  std::string cases(const Expression& part) const;
  std::string chemistry(const Expression& part) const;

  // What stands side by side (verbaliser.cpp).
  std::string row(const PartsOf& parts, Place place = Place::anywhere) const;
  std::size_t step(const PartsOf& parts, std::size_t i, Place place, std::string& words) const;
  std::string sign_in(const Expression& sign, Place place) const;
  std::size_t large(const PartsOf& parts, std::size_t i, std::string& words) const;
  std::size_t function(const PartsOf& parts, std::size_t i, std::string& words) const;
  std::size_t sign(const PartsOf& parts, std::size_t i, std::string& words) const;
  std::string applied(const Expression& function, const std::string& argument, bool simple) const;
  std::string called(const Expression& name, const Expression& argument) const;
  std::string contracted(std::string words) const;
  std::string large_head(const Expression& base, const Expression& below, const Expression& above, bool last) const;
  std::string ordinal(const Expression& number) const;

  std::string fill(std::string_view rule, Arguments arguments) const;
  static std::string filled(std::string_view pattern, Arguments arguments);
  std::string_view rule(std::string_view name) const { return wording_.get("rules", name); }

  const FormulaTable& wording_;
  const SayPlain& say_plain_;
};

}  // namespace aloud
