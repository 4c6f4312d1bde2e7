#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// What a token of written text is made of.
enum class TokenKind : unsigned char {
  none,    ///< beyond the text
  word,    ///< letters of any script, with their combining marks
  number,  ///< ASCII digits
  mark,    ///< any other single character but white space
};

struct Token {
  TokenKind kind = TokenKind::none;
  ByteRange range;
  bool spaced = true;  ///< white space, or the beginning of the text, stands before it
  char32_t mark = 0;   ///< of TokenKind::mark
};

/// A text cut into words, numbers and marks, with the questions that rules ask about them. Any index may be asked for:
/// beyond the text (also "before" it, by wrapping below 0) stands an empty token of TokenKind::none.
class Tokens {
 public:
  /// An index that no token has.
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  /// Keeps a view of `text`, which must outlive it. Expects single spaces.
  explicit Tokens(std::string_view text);

  std::size_t size() const { return tokens_.size(); }
  std::string_view text() const { return text_; }
  const Token& at(std::size_t i) const { return i < tokens_.size() ? tokens_[i] : kNone; }

  std::string_view str(std::size_t i) const { return text_.substr(at(i).range.begin, at(i).range.size()); }
  /// The text from the beginning of token `first` to the end of token `last - 1`.
  std::string_view str(std::size_t first, std::size_t last) const;
  ByteRange range(std::size_t first, std::size_t last) const { return {at(first).range.begin, at(last - 1).range.end}; }

  bool is_word(std::size_t i) const { return at(i).kind == TokenKind::word; }
  bool is_number(std::size_t i) const { return at(i).kind == TokenKind::number; }
  bool is_mark(std::size_t i) const { return at(i).kind == TokenKind::mark; }
  bool is(std::size_t i, char32_t mark) const { return at(i).mark == mark && at(i).kind == TokenKind::mark; }
  bool is(std::size_t i, std::string_view word) const { return str(i) == word && is_word(i); }
  /// A hyphen, an en dash or the like between two ends of a range.
  bool is_range_dash(std::size_t i) const;
  /// Exists and no white space stands before it.
  bool glued(std::size_t i) const { return at(i).kind != TokenKind::none && !at(i).spaced; }
  /// A run of this many digits.
  bool digits(std::size_t i, std::size_t count) const { return digits(i, count, count); }
  bool digits(std::size_t i, std::size_t least, std::size_t most) const;
  /// The number's value; a run of more than 9 digits gives 999'999'999.
  std::uint32_t value(std::size_t i) const;

  bool capitalised(std::size_t i) const;  ///< a word that begins with a capital
  bool lower(std::size_t i) const;        ///< a word that begins with a small letter
  /// A capital of ASCII by itself, as initials and spelled letters are.
  bool single_capital(std::size_t i) const { return capitalised(i) && str(i).size() == 1; }
  /// One of these marks stands directly before token `i`.
  bool follows(std::size_t i, std::u32string_view marks) const;
  /// The first token after `i` that is preceded by white space: where the run of glued tokens that `i` is in ends.
  std::size_t end_of_chunk(std::size_t i) const;
  /// Nothing but punctuation that closes a sentence or clause follows before white space.
  bool ends_chunk(std::size_t i) const;
  /// No letter or digit stands directly before token `i`.
  bool begins_clean(std::size_t i) const;
  /// No letter or digit stands directly at token `i`, which follows a match.
  bool ends_clean(std::size_t i) const;

 private:
  static const Token kNone;
  std::string_view text_;
  std::vector<Token> tokens_;
};

}  // namespace aloud
