// The words of each construct of a formula.
#include <algorithm>

#include "language/formulas/verbaliser.h"
#include "language/formulas/words.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Kind = Expression::Kind;

std::string_view opening(const Expression& fenced) { return std::string_view(fenced.text).substr(0, fenced.text.find(' ')); }
std::string_view closing(const Expression& fenced) { return std::string_view(fenced.text).substr(fenced.text.find(' ') + 1); }

bool is_matrix(const Expression& part) {
  return part.is(Kind::table, "matrix") || part.is(Kind::table, "determinant") || part.is(Kind::table, "cases");
}

bool is_capital(const Expression& part) {
  return part.is(Kind::identifier) && part.text.size() == 1 && is_ascii_upper(part.text.front());
}

// Two points of geometry: "AB".
bool is_segment(const Expression& part) {
  const PartsOf letters(part);
  return letters.size() == 2 && is_capital(letters[0]) && is_capital(letters[1]);
}

bool is_prime(const Expression& part) { return part.is_symbol("′"); }

// Letters that TeX sets as a product, and that are a word where they stand as an index.
std::string index_word(const Expression& index) {
  std::string word;
  const PartsOf letters(index);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!letters[i].is(Kind::identifier)) return {};
    word += letters[i].text;
  }
  return tex_table().find("indices", word) != nullptr ? word : std::string();
}

// Whether ClearSpeak would not name a table's columns: its cells are simple.
bool all_simple(const Expression& table) {
  return std::all_of(table.parts.begin(), table.parts.end(), [](const Expression& row) {
    return std::all_of(row.parts.begin(), row.parts.end(), [](const Expression& cell) {
      const PartsOf parts(cell);
      return parts.size() == 0 || is_simple(cell) ||
             (parts.size() == 1 && parts[0].is(Kind::scripts) && parts[0].parts[2].is_empty()) || parts[0].kind == Kind::symbol;
    });
  });
}

}  // namespace

std::string Verbaliser::say(const Expression& part) const {
  switch (part.kind) {
    case Kind::row:
      return row(PartsOf(part));
    case Kind::number:
      return number(part.text);
    case Kind::identifier:
    case Kind::symbol:
      return symbol(part.text);
    case Kind::function: {
      const std::string* name = wording_.find("functions", part.text);
      return name != nullptr ? *name : std::string(wording_.get("large", part.text));
    }
    case Kind::text:
      return part.text;
    case Kind::space:
      return ",";
    case Kind::fraction:
      return fraction(part);
    case Kind::binomial:
      return fill("binomial", {say(part.parts[0]), say(part.parts[1])});
    case Kind::root:
      return root(part);
    case Kind::scripts:
      return scripts(part);
    case Kind::stacked:
      return stacked(part);
    case Kind::accent:
      return accent(part);
    case Kind::fenced:
      return fenced(part);
    case Kind::table:
      return table(part);
    case Kind::chemistry:
      return chemistry(part);
    case Kind::quantity:
      return number(part.text);
    case Kind::command:
      return part.text;
  }
  return {};
}

// With the language's sign for decimals.
std::string Verbaliser::number(std::string_view digits) const {
  std::string written(digits);
  const std::size_t point = written.find('.');
  if (point != std::string::npos) written.replace(point, 1, rule("number/decimal sign"));
  return say_plain_(written);
}

// A sign or letter by the table; what it lacks (letters above all) as it is.
std::string Verbaliser::symbol(std::string_view character) const {
  const std::string* known = wording_.find("symbols", character);
  return known != nullptr ? *known : std::string(character);
}

std::string Verbaliser::fraction(const Expression& part) const {
  const Expression &upper = part.parts[0], &lower = part.parts[1];
  if (is_common_fraction(part)) {
    const bool one = upper.text == "1";
    const std::string count(one ? rule("part/one") : std::string_view());
    return (count.empty() ? number(upper.text) : count) + " " + std::string(wording_.get(one ? "part" : "parts", lower.text));
  }
  const bool simple = is_simple(upper) && is_simple(lower);
  return fill(simple ? "fraction/simple" : "fraction/general", {say(upper), say(lower)});
}

std::string Verbaliser::root(const Expression& part) const {
  const std::string radicand = say(part.parts[0]) + (is_simple(part.parts[0]) ? "" : ",");
  if (part.parts.size() == 1 || part.parts[1].is(Kind::number, "2")) return fill("root/square", {radicand});
  const Expression& index = part.parts[1];
  if (index.is(Kind::number, "3")) return fill("root/cube", {radicand});
  if (is_integer(index)) return fill("root/ordinal", {radicand, ordinal(index)});
  const PartsOf sum(index);
  if (sum.size() == 3 && is_letter(sum[0]) && sum[1].is_symbol("+") && sum[2].is(Kind::number, "1")) {
    return fill("root/next", {radicand, say(sum[0])});
  }
  return fill(is_letter(index) ? "root/letter" : "root/general", {radicand, say(index)});
}

std::string Verbaliser::scripts(const Expression& part) const {
  const Expression &base = part.parts[0], &below = part.parts[1], &above = part.parts[2];
  const bool set = base.is(Kind::identifier) && wording_.find("set letters", base.text) != nullptr;
  if (set && below.is_empty() && (is_integer(above) || is_letter(above))) {
    return std::string(wording_.get("set letters", base.text)) + " " + say(above);
  }
  if (set && below.is_empty() && above.is(Kind::symbol)) {
    if (const std::string* part_of_it = wording_.find("parts of sets", base.text + above.text)) return *part_of_it;
  }
  std::string words = set ? std::string(wording_.get("set letters", base.text)) : say(base);
  if (is_parenthesised(base) && !above.is_empty() && !(is_letter(base.parts.front()) || is_integer(base.parts.front()))) {
    words = around(base, Place::anywhere);
  }
  if (!below.is_empty()) {
    const std::string word = index_word(below);
    words = fill("index", {std::move(words), word.empty() ? say(below) : word});
  }
  return above.is_empty() ? words : power(std::move(words), base, above);
}

// Primes first, then what is left of the exponent.
std::string Verbaliser::power(std::string base, const Expression& of, const Expression& exponent) const {
  const PartsOf parts(exponent);
  std::size_t primes = 0;
  while (primes < parts.size() && is_prime(parts[primes])) ++primes;
  for (std::size_t left = primes; left > 0;) {
    const std::size_t now = std::min<std::size_t>(left, 3);
    base = fill(now == 1 ? "prime/1" : now == 2 ? "prime/2" : "prime/3", {std::move(base)});
    left -= now;
  }
  if (primes == parts.size()) return base;
  if (primes > 0) {
    return raised(std::move(base), row_of({parts.begin + primes, parts.begin + parts.size()}));
  }
  const bool letter = is_letter(of);
  if (parts.size() == 2 && letter && of.text.size() == 1 &&
      std::string_view("fghFGH").find(of.text) != std::string_view::npos && is_minus(parts[0]) &&
      parts[1].is(Kind::number, "1")) {
    return fill("power/inverse", {std::move(base)});
  }
  if (is_parenthesised(parts[0]) && parts.size() == 1) {
    const Expression& order = parts[0].parts.front();
    const bool derived = letter && of.text.size() == 1 && std::string_view("fghyuvF").find(of.text) != std::string_view::npos;
    if (derived && is_integer(order)) return fill("power/derivative", {std::move(base), ordinal(order)});
    if (derived && is_letter(order)) return fill("power/derivative letter", {std::move(base), say(order)});
    return fill("power/superscript", {std::move(base), say(order)});
  }
  if (letter && (exponent.is(Kind::identifier, "T") || exponent.is_symbol("⊤")))
    return fill("power/transpose", {std::move(base)});
  return raised(std::move(base), exponent);
}

std::string Verbaliser::raised(std::string base, const Expression& exponent) const {
  if (exponent.is(Kind::number, "2")) return fill("power/square", {std::move(base)});
  if (exponent.is(Kind::number, "3")) return fill("power/cube", {std::move(base)});
  if (exponent.is_symbol("∘") || exponent.is_symbol("°")) {
    const bool one = base == number("1");
    return fill(one ? "power/degree" : "power/degrees", {std::move(base)});
  }
  if (exponent.is(Kind::symbol)) {
    if (const std::string* sign = wording_.find("exponents", exponent.text)) return filled(*sign, {std::move(base)});
  }
  if (is_integer(exponent)) return fill("power/ordinal", {std::move(base), ordinal(exponent), say(exponent)});
  if (is_letter(exponent)) return fill("power/letter", {std::move(base), say(exponent)});
  const PartsOf parts(exponent);
  const std::string words = say(exponent);
  if (parts.size() == 2 && is_minus(parts[0]) && is_integer(parts[1])) return fill("power/negative", {std::move(base), words});
  // ClearSpeak: a square or cube within needs no end of its own where its base is a number or letter.
  const std::size_t first = is_minus(parts[0]) ? 1 : 0;
  const Expression& last = parts[parts.size() - 1];
  const bool short_power = last.is(Kind::scripts) && last.parts[1].is_empty() && is_simple(last.parts[0]) &&
                           (last.parts[2].is(Kind::number, "2") || last.parts[2].is(Kind::number, "3")) &&
                           (parts.size() - first == 1 || (parts.size() - first == 2 && is_simple(parts[first])));
  return fill(holds_power(exponent) && !short_power ? "power/nested" : "power/general", {std::move(base), words});
}

std::string Verbaliser::accent(const Expression& part) const {
  const Expression& base = part.parts[0];
  if (is_segment(base)) {
    if (part.text == "‾") return fill("segment", {say(base)});
    if (part.text == "⟶") return fill("ray", {say(base)});
    if (part.text == "⟷") return fill("line", {say(base)});
  }
  return filled(wording_.get("accents", part.text), {say(base)});
}

std::string Verbaliser::stacked(const Expression& part) const {
  std::string words = say(part.parts[0]);
  if (!part.parts[1].is_empty()) words = fill("stack/below", {std::move(words), say(part.parts[1])});
  if (!part.parts[2].is_empty()) words = fill("stack/above", {std::move(words), say(part.parts[2])});
  return words;
}

std::string Verbaliser::fenced(const Expression& part, Place place) const {
  const Expression& content = part.parts.front();
  const std::string_view open = opening(part), close = closing(part);
  if (is_matrix(content)) return open == "|" ? matrix(content, "determinant") : open == "{" ? cases(content) : say(content);
  if (content.is(Kind::table) && open == "{" && close == ".") return table(content);  // a system of equations
  if (open == "|" && close == "|") return fill("fence/absolute", {say(content)});
  if (open == "‖" && close == "‖") return fill("fence/norm", {say(content)});
  if (open == "⌊" && close == "⌋") return fill("fence/floor", {say(content)});
  if (open == "⌈" && close == "⌉") return fill("fence/ceiling", {say(content)});
  if (open == "{" && close == "}") return set(content);
  if (is_parenthesised(part) && is_simple(content)) return say(content);
  return around(part, place);
}

// With its fences said; one that is missing is none.
std::string Verbaliser::around(const Expression& fenced, Place place) const {
  const std::string_view open = opening(fenced), close = closing(fenced);
  return fill("fence/around",
              {open == "." ? "" : symbol(open), row(PartsOf(fenced.parts.front()), place), close == "." ? "" : symbol(close)});
}

std::string Verbaliser::set(const Expression& content) const {
  const PartsOf parts(content);
  if (parts.size() == 0) return std::string(rule("set/empty"));
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    if (!parts[i].is_symbol("|") && !parts[i].is_symbol("∣") && !parts[i].is_symbol(":")) continue;
    PartsOf members = parts, condition = parts;
    members.count = i;
    condition.begin += i + 1;
    condition.count -= i + 1;
    return fill("set/builder", {row(members, Place::builder), row(condition)});
  }
  return fill("set/list", {row(parts)});
}

std::string Verbaliser::table(const Expression& part) const {
  if (part.text == "cases") return cases(part);
  if (part.text != "lines") return matrix(part, part.text);
  if (part.parts.size() == 1) return say(row_of(part.parts.front().parts));
  std::string lines;
  for (std::size_t i = 0; i < part.parts.size(); ++i) {
    append_words(lines, fill("table/line", {number(std::to_string(i + 1)), row(PartsOf(part.parts[i]))}));
  }
  return fill("table/lines", {number(std::to_string(part.parts.size())), lines});
}

std::string Verbaliser::matrix(const Expression& part, std::string_view kind) const {
  std::size_t columns = 0;
  for (const Expression& each : part.parts) columns = std::max(columns, each.parts.size());
  const std::size_t rows = part.parts.size();
  // ClearSpeak names the columns where a cell is not simple or there are more than three.
  const bool plain = rows <= 3 && columns <= 3 && all_simple(part);
  const bool vector = kind == "matrix" && rows > 1 && columns == 1;
  const bool line = kind == "matrix" && rows == 1 && columns > 1;
  std::string words;
  for (std::size_t i = 0; i < rows; ++i) {
    std::string cells;
    for (std::size_t j = 0; j < part.parts[i].parts.size(); ++j) {
      std::string cell = say(part.parts[i].parts[j]);
      const bool named = !plain && columns > 1;
      append_words(cells, named ? fill("table/column of", {number(std::to_string(j + 1)), cell}) : cell + ",");
    }
    const bool named = !line && (!vector || !plain);
    append_words(words, named ? fill("table/row of", {number(std::to_string(i + 1)), cells}) : cells);
  }
  const std::string_view style = vector             ? "table/column"
                                 : line             ? "table/row"
                                 : kind == "matrix" ? "table/matrix"
                                                    : "table/determinant";
  return fill(style, {number(std::to_string(rows)), number(std::to_string(columns)), words});
}

std::string Verbaliser::cases(const Expression& part) const {
  std::string words;
  for (std::size_t i = 0; i < part.parts.size(); ++i) {
    std::string line;
    for (const Expression& cell : part.parts[i].parts) {
      const PartsOf parts(cell);
      if (parts.size() == 0) continue;
      const bool condition = !line.empty() && !parts[0].is(Kind::text);
      if (!line.empty()) line += ",";
      if (condition) append_words(line, rule("table/if"));
      append_words(line, row(parts));
    }
    append_words(words, fill("table/case", {number(std::to_string(i + 1)), line}));
  }
  return fill("table/cases", {number(std::to_string(part.parts.size())), words});
}

std::string Verbaliser::chemistry(const Expression& part) const {
  std::string words;
  for (std::size_t i = 0; i < part.parts.size(); ++i) {
    const Expression& each = part.parts[i];
    if (each.is_symbol("→")) {
      append_words(words, rule("chemistry/arrow"));
    } else if (each.is_symbol("⇌")) {
      append_words(words, rule("chemistry/balance"));
    } else if (each.is_symbol("≡")) {
      append_words(words, rule("chemistry/triple bond"));
    } else if (each.is_symbol("−")) {
      append_words(words, rule("chemistry/minus"));
    } else if (each.is(Kind::text)) {
      words += ",";
      append_words(words, wording_.get("states", each.text));
      words += ",";
    } else {
      append_words(words, say(each));
    }
  }
  return words;
}

}  // namespace aloud
