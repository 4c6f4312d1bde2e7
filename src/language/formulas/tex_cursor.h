#pragma once

#include <cstddef>
#include <string_view>

namespace aloud {

/// A place in TeX source, and what stands there.
class TexCursor {
 public:
  explicit TexCursor(std::string_view source) : source_(source) {}

  bool at_end() const { return at_ >= source_.size(); }
  /// The byte there; 0 at the end.
  char peek(std::size_t ahead = 0) const { return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0'; }
  void advance(std::size_t bytes = 1) { at_ = at_ + bytes < source_.size() ? at_ + bytes : source_.size(); }
  /// White space, "~" and comments.
  void skip_space();
  bool take(char wanted);

  /// Whether a command of that name begins there.
  bool is_command(std::string_view name) const { return peek() == '\\' && command_name() == name; }
  /// The name of the command that begins there: letters and a star, or one other character. Requires: peek() == '\\'.
  std::string_view command_name() const;
  void skip_command() { advance(1 + command_name().size()); }

  /// The character there, of UTF-8. Requires: !at_end().
  std::string_view character() const;
  /// A digit or digits with a decimal point, and commas or thin spaces between groups of three: as far as it goes.
  std::string_view number() const;

  /// What stands in the braces that open there, which are passed; one character if none open.
  std::string_view raw_group();
  /// What stands in brackets that open there and close within a line's length; empty, and nothing passed, if none do.
  std::string_view raw_option();

 private:
  std::string_view source_;
  std::size_t at_ = 0;
};

}  // namespace aloud
