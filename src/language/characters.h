#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// What a mark that can end a sentence is.
enum class Stop : unsigned char {
  none,
  period,    ///< "." and its full-width form: also marks abbreviations, ordinals and decimals
  ellipsis,  ///< "…"
  strong,    ///< "?", "!", "؟" and the like
  full,      ///< "。", "।", "።": ends a sentence even where no space follows
};

Stop stop_of(char32_t c);

/// Quotation marks and brackets that can open or close. Straight and French quotes do both, depending on where they stand.
bool is_opening(char32_t c);
bool is_closing(char32_t c);
bool is_quote(char32_t c);
bool is_apostrophe(char32_t c);

/// A dash that stands between clauses or opens direct speech.
bool is_dash(char32_t c);
/// A mark that starts a list item, such as "•".
bool is_bullet(char32_t c);
/// Lower-case in a script where case tells how a sentence begins (Georgian's letters count as lower-case but do not).
bool is_lower(char32_t c);
bool is_upper(char32_t c);
bool is_letter(char32_t c);
bool is_digit(char32_t c);
/// The ASCII digit that a superscript ("²") or a subscript ("₂") stands for.
std::optional<char> superscript_digit(char32_t c);
std::optional<char> subscript_digit(char32_t c);
/// Whether `word` is of capitals alone, and not empty.
bool is_in_capitals(std::string_view word);
/// A character that the engine says: a letter, a digit, or a symbol such as "%", "€" or an emoji.
bool is_heard(char32_t c);
/// A letter of a script that is written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese.
bool is_unspaced_script(char32_t c);

/// The word with its first letter as a capital, or as a small letter.
std::string with_capital(std::string_view word);
std::string with_small_letter(std::string_view word);

/// The first offset >= `offset` that is no white space.
std::size_t skip_white_space(std::string_view text, std::size_t offset);

}  // namespace aloud
