#include "language/spoken_form/tokens.h"

#include "language/characters.h"
#include "language/spoken_form/digits.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  // Superscript letters and ª º would pass as letters; they are marks to the rules.
  return c != U'ª' && c != U'º' && c != U'ℓ' && c != U'Ω' && c != U'ⁿ' && c != U'℃' && is_letter(c);
}

TokenKind kind_of(char32_t c) {
  if (is_ascii_digit(c)) return TokenKind::number;
  return is_word_character(c) ? TokenKind::word : TokenKind::mark;
}

bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

}  // namespace

const Token Tokens::kNone;

Tokens::Tokens(std::string_view text) : text_(text) {
  tokens_.reserve(text.size() / 4 + 4);
  bool spaced = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::size_t begin = at;
    at += c.size;
    if (is_white_space(c.value)) {
      spaced = true;
      continue;
    }
    const TokenKind kind = kind_of(c.value);
    while (kind != TokenKind::mark && at < text.size()) {
      const CodePoint next = code_point_at(text, at);
      if (kind_of(next.value) != kind && !(kind == TokenKind::word && is_combining(next.value))) break;
      at += next.size;
    }
    tokens_.push_back({kind, {begin, at}, spaced, kind == TokenKind::mark ? c.value : 0});
    spaced = false;
  }
}

std::string_view Tokens::str(std::size_t first, std::size_t last) const {
  return first < last ? text_.substr(at(first).range.begin, at(last - 1).range.end - at(first).range.begin)
                      : std::string_view();
}

bool Tokens::is_range_dash(std::size_t i) const { return is(i, U'-') || is(i, U'–') || is(i, U'—') || is(i, U'‒'); }

bool Tokens::digits(std::size_t i, std::size_t least, std::size_t most) const {
  return is_number(i) && at(i).range.size() >= least && at(i).range.size() <= most;
}

std::uint32_t Tokens::value(std::size_t i) const { return value_of(str(i)); }

bool Tokens::capitalised(std::size_t i) const { return is_word(i) && is_upper(code_point_at(text_, at(i).range.begin).value); }

bool Tokens::lower(std::size_t i) const { return is_word(i) && is_lower(code_point_at(text_, at(i).range.begin).value); }

bool Tokens::follows(std::size_t i, std::u32string_view marks) const {
  return !at(i).spaced && is_mark(i - 1) && marks.find(at(i - 1).mark) != std::u32string_view::npos;
}

std::size_t Tokens::end_of_chunk(std::size_t i) const {
  ++i;
  while (glued(i)) ++i;
  return i;
}

bool Tokens::ends_chunk(std::size_t i) const {
  for (; glued(i); ++i) {
    const char32_t c = at(i).mark;
    if (c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' || c == U'…') continue;
    if (!is_closing(c)) return false;
  }
  return true;
}

bool Tokens::begins_clean(std::size_t i) const { return at(i).spaced || is_mark(i - 1); }

bool Tokens::ends_clean(std::size_t i) const { return !glued(i) || is_mark(i); }

}  // namespace aloud
