#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aloud {

/// U+FFFD, what a broken byte sequence reads as.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct CodePoint {
  char32_t value = 0;
  std::size_t size = 0;  ///< bytes taken, 1 to 4
};

/// The code point at `offset`. A byte sequence that is not valid UTF-8 reads as U+FFFD, one maximal broken part at a time.
/// Requires: offset < text.size().
CodePoint code_point_at(std::string_view text, std::size_t offset);

/// The code point that ends just before `offset`. Requires: 0 < offset <= text.size().
CodePoint code_point_before(std::string_view text, std::size_t offset);

bool is_valid_utf8(std::string_view text);

std::size_t count_code_points(std::string_view text);

/// The byte offset of code point number `index` (from 0); text.size() if there are not so many.
std::size_t offset_of_code_point(std::string_view text, std::size_t index);

/// The largest offset <= `limit` that does not cut a code point.
std::size_t floor_to_code_point(std::string_view text, std::size_t limit);

/// Requires: a Unicode scalar value.
void append_utf8(std::string& text, char32_t code_point);

/// Unicode White_Space.
bool is_white_space(char32_t code_point);

/// A letter, mark or digit of any script (general categories L, M, N).
bool is_alphanumeric(char32_t code_point);

/// Columns that `text` takes on a terminal: 2 for wide characters and emoji, 0 for combining marks and controls.
std::size_t display_width(std::string_view text);

}  // namespace aloud
