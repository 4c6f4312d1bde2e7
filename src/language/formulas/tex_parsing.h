#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/formulas/expression.h"
#include "language/formulas/tex_cursor.h"

namespace aloud {

/// Reads TeX by recursive descent: rows and what parts them (tex_parser.cpp), commands (tex_commands.cpp).
class TexParser {
 public:
  TexParser(std::string_view source, int depth) : cursor_(source), depth_(depth) {}
  Expression run();

 private:
  Expression table(std::string kind);
  void skip_stray();
  bool at_line_end() const;
  bool at_row_end() const;
  void items(std::vector<Expression>& row);
  Expression row();
  bool infix(std::vector<Expression>& before);
  void scripts(std::vector<Expression>& row, std::size_t before);
  static Expression joined(Expression first, Expression second);
  Expression argument();
  Expression group();
  Expression option();
  void atom(std::vector<Expression>& row);
  void command(std::vector<Expression>& row);
  void control_symbol(const std::string& name, std::vector<Expression>& row);
  void silent(int arguments);
  void with_parts(std::vector<Expression>& row, Expression built, int count);
  void structure(const std::string& name, std::vector<Expression>& row);
  void special(const std::string& name, std::vector<Expression>& row);
  void definition();
  void double_struck(std::vector<Expression>& row);
  Expression nested(std::string_view source);
  void styled(const std::string&, std::vector<Expression>& row);
  void named(std::string name, std::vector<Expression>& row);
  void text(std::vector<Expression>& row);
  static std::string plain_words(std::string_view words);
  void root(std::vector<Expression>& row);
  std::string fence();
  void left(std::vector<Expression>& row);
  void environment(std::vector<Expression>& row);
  Expression group_of_lines();
  void negated(std::vector<Expression>& row);
  void stacked(bool above, std::vector<Expression>& row);
  void arrow(const std::string& name, std::vector<Expression>& row);
  TexCursor cursor_;
  int depth_;
  int environments_ = 0;
  bool option_ = false;  // "]" ends the row
};

/// A letter or digit as an identifier, else a symbol: "*" is the operator.
Expression tex_character(std::string_view character);

}  // namespace aloud
