#include "language/formulas/tex_parser.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "language/formulas/fences.h"
#include "language/formulas/tex_parsing.h"
#include "language/formulas/tex_table.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Kind = Expression::Kind;
using Parts = std::vector<Expression>;

Expression symbol(std::string_view character) { return {Kind::symbol, std::string(character), {}}; }

// A number as digits, without separators between thousands: "1{,}000" is 1000, "3{,}14" 3.14.
Expression number_of(std::string_view written) {
  std::string digits;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (is_ascii_digit(written[at]) || written[at] == '.') {
      digits += written[at];
    } else if (written.substr(at).starts_with("{,}")) {
      const std::size_t end = std::min(written.find_first_not_of("0123456789", at + 3), written.size());
      if (end - at != 6) digits += '.';  // not three digits: a decimal comma
      at += 2;
    }
  }
  return {Kind::number, std::move(digits), {}};
}

}  // namespace

// A letter, or what else stands alone, as an expression.
Expression tex_character(std::string_view character) {
  const char32_t value = code_point_at(character, 0).value;
  if (value == '*') return symbol("∗");
  if (value == '#') return symbol("＃");  // tables have comments behind "#"
  if (value == U'∕') return symbol("/");
  if (value == U'·') return symbol("⋅");
  if (value >= 0x80 && tex_table().find("roles", character) != nullptr) return symbol(character);
  return is_alphanumeric(value) ? Expression{Kind::identifier, std::string(character), {}} : symbol(character);
}

Expression TexParser::run() {
  Expression lines = table("lines");
  if (lines.parts.size() > 1) return lines;
  return lines.parts.empty() ? Expression() : row_of(std::move(lines.parts.front().parts));
}

// Lines of cells to the end of the source or of the environment. Lines of a formula that is broken have no cells.
Expression TexParser::table(std::string kind) {
  const bool cells = kind != "lines";
  Expression result = {Kind::table, std::move(kind), {}};
  Parts line, whole;
  const auto end_cell = [&] {
    if (cells) line.push_back({Kind::row, {}, pair_fences(std::exchange(whole, {}))});
  };
  const auto end_line = [&](bool last) {
    if (!cells)
      line = pair_fences(std::exchange(whole, {}));
    else if (!whole.empty() || !line.empty() || !last)
      end_cell();
    if (!line.empty()) result.parts.push_back({Kind::row, {}, std::exchange(line, {})});
  };
  for (;;) {
    items(whole);
    if (cursor_.peek() == '&') {
      cursor_.advance();
      end_cell();
    } else if (at_line_end()) {
      cursor_.skip_command();
      cursor_.take('*');
      cursor_.raw_option();
      end_line(false);
    } else if (cursor_.at_end() || (environments_ > 0 && cursor_.is_command("end"))) {
      end_line(true);
      return result;
    } else {
      skip_stray();
    }
  }
}

// A "}", "]", \right or \end that nothing opened.
void TexParser::skip_stray() {
  if (cursor_.peek() != '\\') return cursor_.advance();
  const bool right = cursor_.is_command("right");
  cursor_.skip_command();
  if (right) {
    fence();
  } else {
    cursor_.raw_group();
  }
}

bool TexParser::at_line_end() const {
  return cursor_.peek() == '\\' && (cursor_.peek(1) == '\\' || cursor_.is_command("cr") || cursor_.is_command("newline"));
}

bool TexParser::at_row_end() const {
  const char c = cursor_.peek();
  if (cursor_.at_end() || c == '}' || c == '&') return true;
  if (c == ']') return option_;
  return c == '\\' && (at_line_end() || cursor_.is_command("right") || cursor_.is_command("end"));
}

// Appends what stands up to the end of a row.
void TexParser::items(Parts& row) {
  for (;;) {
    cursor_.skip_space();
    if (at_row_end()) return;
    if (infix(row)) continue;
    const std::size_t before = row.size();
    atom(row);
    if (row.size() > before || cursor_.peek() == '_' || cursor_.peek() == '^' || cursor_.peek() == '\'') scripts(row, before);
  }
}

Expression TexParser::row() {
  Parts parts;
  items(parts);
  return row_of(pair_fences(std::move(parts)));
}

// "{a \over b}" and its like, which part all of a row.
bool TexParser::infix(Parts& before) {
  if (cursor_.peek() != '\\') return false;
  const std::string_view name = cursor_.command_name();
  if (name != "over" && name != "choose" && name != "atop") return false;
  const Kind kind = name == "over" ? Kind::fraction : Kind::binomial;
  cursor_.skip_command();
  if (depth_ >= kDeepestFormula) return true;
  Expression upper = row_of(pair_fences(std::exchange(before, {})));
  ++depth_;
  Expression lower = row();
  --depth_;
  before.push_back({kind, {}, {}});
  before.back().parts.push_back(std::move(upper));
  before.back().parts.push_back(std::move(lower));
  return true;
}

// Scripts and primes behind the last part of `row`, or without a base where nothing stands behind `before`.
void TexParser::scripts(Parts& row, std::size_t before) {
  Expression sub, sup;
  Parts primes;
  for (bool more = true; more;) {
    cursor_.skip_space();
    if (cursor_.is_command("limits") || cursor_.is_command("nolimits")) cursor_.skip_command();
    cursor_.skip_space();
    more = true;
    if (cursor_.take('\'')) {
      primes.push_back(symbol("′"));
    } else if (cursor_.take('_')) {
      sub = joined(std::move(sub), argument());
    } else if (cursor_.take('^')) {
      sup = joined(std::move(sup), argument());
    } else {
      more = false;
    }
  }
  if (!primes.empty()) sup = joined(row_of(std::move(primes)), std::move(sup));
  if (sub.is_empty() && sup.is_empty()) return;
  Expression scripted = {Kind::scripts, {}, Parts(3)};
  if (row.size() > before) {
    scripted.parts[0] = std::move(row.back());
    row.pop_back();
  }
  scripted.parts[1] = std::move(sub);
  scripted.parts[2] = std::move(sup);
  row.push_back(std::move(scripted));
}

// Both, one behind the other. The first grows in place: scripts may come in any number.
Expression TexParser::joined(Expression first, Expression second) {
  if (first.is_empty()) return second;
  if (second.is_empty()) return first;
  if (!first.is(Kind::row)) {
    Parts only;
    only.push_back(std::move(first));
    first = {Kind::row, {}, std::move(only)};
  }
  if (second.is(Kind::row)) {
    std::move(second.parts.begin(), second.parts.end(), std::back_inserter(first.parts));
  } else {
    first.parts.push_back(std::move(second));
  }
  return first;
}

// The argument of a command or script: a group, or one character or command.
Expression TexParser::argument() {
  cursor_.skip_space();
  if (cursor_.at_end() || at_row_end()) return {};
  if (cursor_.peek() == '{') return group();
  if (depth_ >= kDeepestFormula) {
    cursor_.peek() == '\\' ? cursor_.skip_command() : cursor_.advance(cursor_.character().size());
    return {};
  }
  if (is_ascii_digit(cursor_.peek())) {
    Expression digit = {Kind::number, std::string(1, cursor_.peek()), {}};
    cursor_.advance();
    return digit;
  }
  ++depth_;
  Parts parts;
  atom(parts);
  --depth_;
  return row_of(std::move(parts));
}

// Requires: a "{" stands there.
Expression TexParser::group() {
  if (depth_ >= kDeepestFormula) {
    cursor_.raw_group();
    return {};
  }
  ++depth_;
  cursor_.advance();
  const bool option = std::exchange(option_, false);
  Parts parts;
  for (;;) {
    items(parts);
    if (cursor_.at_end() || cursor_.take('}')) break;
    if (cursor_.peek() == '&' || at_line_end()) {
      at_line_end() ? cursor_.skip_command() : cursor_.advance();
      parts.push_back({Kind::space, {}, {}});
      continue;
    }
    if (environments_ > 0 && cursor_.is_command("end")) break;
    skip_stray();
  }
  option_ = option;
  --depth_;
  return row_of(pair_fences(std::move(parts)));
}

// "[…]" before an argument.
Expression TexParser::option() {
  cursor_.skip_space();
  if (cursor_.peek() != '[' || depth_ >= kDeepestFormula) return {};
  cursor_.advance();
  ++depth_;
  const bool outer = std::exchange(option_, true);
  Expression content = row();
  option_ = outer;
  --depth_;
  cursor_.take(']');
  return content;
}

// Appends the next thing of a row; nothing for what is silent.
void TexParser::atom(Parts& row) {
  const char c = cursor_.peek();
  if (c == '{') {
    row.push_back(group());
  } else if (is_ascii_digit(c) || (c == '.' && is_ascii_digit(cursor_.peek(1)))) {
    const std::string_view digits = cursor_.number();
    cursor_.advance(digits.size());
    row.push_back(number_of(digits));
  } else if (c == '\\') {
    command(row);
  } else if (c == '_' || c == '^' || c == '\'') {
    return;  // scripts without a base
  } else if (c == '$') {
    cursor_.advance();
  } else {
    const std::string_view character = cursor_.character();
    cursor_.advance(character.size());
    row.push_back(tex_character(character));
  }
}

Expression TexParser::nested(std::string_view source) {
  return depth_ < kDeepestFormula ? TexParser(source, depth_ + 1).run() : Expression();
}

Expression parse_tex(std::string_view source) { return TexParser(source, 0).run(); }

}  // namespace aloud
