// What TeX's commands make.
#include <algorithm>
#include <array>
#include <utility>

#include "language/formulas/chemistry.h"
#include "language/formulas/fences.h"
#include "language/formulas/tex_parsing.h"
#include "language/formulas/tex_table.h"
#include "language/formulas/units.h"
#include "util/ascii.h"

namespace aloud {
namespace {

using Kind = Expression::Kind;
using Parts = std::vector<Expression>;

Expression symbol(std::string_view character) { return {Kind::symbol, std::string(character), {}}; }

}  // namespace

void TexParser::command(Parts& row) {
  const std::string name(cursor_.command_name());
  cursor_.skip_command();
  if (name.empty()) return;
  const FormulaTable& tex = tex_table();
  if (!is_ascii_letter(name.front())) return control_symbol(name, row);
  if (const std::string* character = tex.find("symbols", name)) return row.push_back(tex_character(*character));
  if (const std::string* function = tex.find("functions", name)) {
    std::string whole = *function;
    if (name == "arg") {  // "\arg\max" is one function
      cursor_.skip_space();
      for (const char* kind : {"max", "min"}) {
        if (!cursor_.is_command(kind)) continue;
        cursor_.skip_command();
        whole += kind;
      }
    }
    return row.push_back({Kind::function, std::move(whole), {}});
  }
  if (const std::string* mark = tex.find("accents", name)) return with_parts(row, {Kind::accent, *mark, {}}, 1);
  if (const std::string* count = tex.find("silent", name)) return silent(count->front() - '0');
  if (const std::string* how = tex.find("transparent", name))
    return *how == "style" ? styled(name, row) : row.push_back(argument());
  if (tex.find("text", name) != nullptr) return text(row);
  structure(name, row);
}

// "\,", "\{" and their like.
void TexParser::control_symbol(const std::string& name, Parts& row) {
  if (name == ";" || name == ":" || name == "," || name == "!" || name == ">" || name == "/" || name == "-") return;
  if (name == " " || name == "\n") return;
  if (name == "(" || name == ")" || name == "[" || name == "]") return;  // a formula's own borders
  if (name == "|") return row.push_back(symbol("‖"));
  row.push_back(tex_character(name));
}

void TexParser::silent(int arguments) {
  for (int i = 0; i < arguments; ++i) {
    cursor_.raw_option();
    cursor_.raw_group();
  }
}

void TexParser::with_parts(Parts& row, Expression built, int count) {
  for (int i = 0; i < count; ++i) built.parts.push_back(argument());
  row.push_back(std::move(built));
}

void TexParser::structure(const std::string& name, Parts& row) {
  if (name == "frac" || name == "dfrac" || name == "tfrac" || name == "cfrac" || name == "sfrac" || name == "nicefrac") {
    cursor_.raw_option();
    with_parts(row, {Kind::fraction, {}, {}}, 2);
  } else if (name == "binom" || name == "dbinom" || name == "tbinom") {
    with_parts(row, {Kind::binomial, {}, {}}, 2);
  } else if (name == "sqrt") {
    root(row);
  } else if (name == "left") {
    left(row);
  } else if (name == "middle") {
    row.push_back(symbol(fence()));
  } else if (name == "begin") {
    environment(row);
  } else if (name == "quad" || name == "qquad" || name == "enspace" || name == "enskip") {
    row.push_back({Kind::space, {}, {}});
  } else if (name == "not") {
    negated(row);
  } else if (name == "operatorname" || name == "operatorname*" || name == "mathop*") {
    named(std::string(cursor_.raw_group()), row);
  } else if (name == "overset" || name == "underset" || name == "stackrel" || name == "stackbin") {
    stacked(name != "underset", row);
  } else if (name == "xrightarrow" || name == "xleftarrow" || name == "xRightarrow" || name == "xmapsto") {
    arrow(name, row);
  } else if (name == "substack") {
    row.push_back(group_of_lines());
  } else if (name == "pmod" || name == "pod") {
    row.push_back({Kind::function, "mod", {}});
    row.push_back(argument());
  } else if (name == "bmod") {
    row.push_back({Kind::function, "mod", {}});
  } else {
    special(name, row);
  }
}

// Chemistry, units, colours, definitions; else a command by its name.
void TexParser::special(const std::string& name, Parts& row) {
  if (name == "ce" || name == "cf") {
    row.push_back(parse_chemistry(cursor_.raw_group()));
  } else if (is_quantity_command(name)) {
    cursor_.raw_option();
    const std::string_view first = cursor_.raw_group();
    const bool two = has_number_and_unit(name);
    row.push_back({Kind::quantity, plain_quantity(name, first, two ? cursor_.raw_group() : std::string_view()), {}});
  } else if (name == "textcolor" || name == "colorbox" || name == "href" || name == "class" || name == "cssId") {
    cursor_.raw_group();
    row.push_back(argument());
  } else if (name == "newcommand" || name == "renewcommand" || name == "DeclareMathOperator" || name == "def" ||
             name == "DeclareMathOperator*" || name == "providecommand") {
    definition();
  } else if (name == "mathbb" || name == "Bbb" || name == "mathds") {
    double_struck(row);
  } else if (name == "end" || name == "right" || name == "over" || name == "displaylines") {
    return;
  } else {
    row.push_back({Kind::command, name, {}});
  }
}

void TexParser::definition() {
  cursor_.skip_space();
  if (cursor_.peek() == '\\') {
    cursor_.skip_command();
  } else {
    cursor_.raw_group();
  }
  while (cursor_.peek() == '[') {
    if (cursor_.raw_option().empty()) cursor_.advance();
  }
  while (cursor_.peek() == '#') cursor_.advance(2);
  cursor_.raw_group();
}

void TexParser::double_struck(Parts& row) {
  const std::string_view letters = cursor_.raw_group();
  constexpr std::array kSets = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"N", "ℕ"}, {"Z", "ℤ"}, {"Q", "ℚ"}, {"R", "ℝ"}, {"C", "ℂ"}, {"P", "ℙ"}, {"H", "ℍ"}});
  for (const auto& [letter, set] : kSets) {
    if (letters == letter) return row.push_back({Kind::identifier, std::string(set), {}});
  }
  row.push_back(nested(letters));
}

// \mathrm{…} and other fonts: a word of several letters is a name.
void TexParser::styled(const std::string&, Parts& row) {
  cursor_.skip_space();
  if (cursor_.peek() != '{') return row.push_back(argument());
  const TexCursor before = cursor_;
  const std::string_view word = cursor_.raw_group();
  const bool name = word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_letter<char>);
  if (name) return named(std::string(word), row);
  cursor_ = before;
  row.push_back(argument());
}

// A name of several letters: a function by the table, else an identifier.
void TexParser::named(std::string name, Parts& row) {
  std::erase_if(name, [](char c) { return c == '\\' || c == ',' || c == '{' || c == '}' || c == '~'; });
  if (name.empty()) return;
  if (const std::string* function = tex_table().find("functions", name)) return row.push_back({Kind::function, *function, {}});
  if (const std::string* character = tex_table().find("symbols", name)) return row.push_back(tex_character(*character));
  row.push_back({Kind::identifier, std::move(name), {}});
}

void TexParser::text(Parts& row) {
  const std::string_view words = cursor_.raw_group();
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t dollar = std::min(words.find('$', at), words.size());
    if (dollar > at) row.push_back({Kind::text, plain_words(words.substr(at, dollar - at)), {}});
    const std::size_t end = std::min(words.find('$', std::min(dollar + 1, words.size())), words.size());
    if (dollar < words.size()) row.push_back(nested(words.substr(dollar + 1, end - dollar - 1)));
    at = end + (dollar < words.size() ? 1 : 0);
  }
}

// Words without what TeX has between them.
std::string TexParser::plain_words(std::string_view words) {
  std::string plain;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] == '\\') {
      while (at + 1 < words.size() && is_ascii_letter(words[at + 1])) ++at;
      plain += ' ';
    } else {
      const bool mark = std::string_view("{}~_^").find(words[at]) != std::string_view::npos;
      plain += mark ? ' ' : words[at];
    }
  }
  return plain;
}

void TexParser::root(Parts& row) {
  Expression index = option();
  Expression built = {Kind::root, {}, {}};
  built.parts.push_back(argument());
  if (!index.is_empty()) built.parts.push_back(std::move(index));
  row.push_back(std::move(built));
}

// The fence behind \left, \right or \middle: "." is none.
std::string TexParser::fence() {
  cursor_.skip_space();
  if (cursor_.at_end()) return ".";
  if (cursor_.peek() != '\\') {
    const std::string character(cursor_.character());
    cursor_.advance(character.size());
    return character == "<" ? "⟨" : character == ">" ? "⟩" : character;
  }
  const std::string name(cursor_.command_name());
  cursor_.skip_command();
  if (name == "|") return "‖";
  const std::string* known = tex_table().find("symbols", name);
  return known != nullptr ? *known : name.size() == 1 ? name : ".";
}

void TexParser::left(Parts& row) {
  const std::string open = fence();
  if (depth_ >= kDeepestFormula) return;
  ++depth_;
  const bool option = std::exchange(option_, false);
  Parts content;
  for (;;) {
    items(content);
    if (cursor_.peek() != '&' && !at_line_end()) break;
    at_line_end() ? cursor_.skip_command() : cursor_.advance();
  }
  option_ = option;
  --depth_;
  std::string close = ".";
  if (cursor_.is_command("right")) {
    cursor_.skip_command();
    close = fence();
  }
  Expression fenced = {Kind::fenced, fence_pair(open, close), {}};
  fenced.parts.push_back(row_of(pair_fences(std::move(content))));
  row.push_back(std::move(fenced));
}

void TexParser::environment(Parts& row) {
  const std::string name(cursor_.raw_group());
  const std::string* known = tex_table().find("environments", name);
  std::string kind = known != nullptr ? *known : "lines";
  if (depth_ >= kDeepestFormula) return;
  if (kind == "array") {
    cursor_.raw_option();
    cursor_.raw_group();
    const bool cases = !row.empty() && row.back().is_symbol("{");
    kind = cases ? "cases" : "matrix";
  } else if (name.starts_with("alignat") || name.starts_with("alignedat")) {
    cursor_.raw_group();
  } else {
    cursor_.raw_option();
  }
  ++depth_;
  ++environments_;
  const bool option = std::exchange(option_, false);
  Expression content = table(kind);
  option_ = option;
  --environments_;
  --depth_;
  if (cursor_.is_command("end")) {
    cursor_.skip_command();
    cursor_.raw_group();
  }
  if (!content.parts.empty()) row.push_back(std::move(content));
}

// The lines of \substack, one after the other.
Expression TexParser::group_of_lines() {
  cursor_.skip_space();
  return argument();
}

void TexParser::negated(Parts& row) {
  Expression next = argument();
  if (const std::string* negation = tex_table().find("negations", next.text); negation != nullptr && next.is(Kind::symbol)) {
    next.text = *negation;
  } else {
    row.push_back(symbol("¬"));
  }
  row.push_back(std::move(next));
}

void TexParser::stacked(bool above, Parts& row) {
  Expression mark = argument();
  Expression built = {Kind::stacked, {}, Parts(3)};
  built.parts[0] = argument();
  built.parts[above ? 2 : 1] = std::move(mark);
  row.push_back(std::move(built));
}

void TexParser::arrow(const std::string& name, Parts& row) {
  Expression below = option();
  Expression built = {Kind::stacked, {}, Parts(3)};
  built.parts[0] = symbol(name == "xleftarrow" ? "←" : name == "xRightarrow" ? "⇒" : name == "xmapsto" ? "↦" : "→");
  built.parts[1] = std::move(below);
  built.parts[2] = argument();
  row.push_back(std::move(built));
}

}  // namespace aloud
