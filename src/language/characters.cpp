#include "language/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// A set of characters that is asked about nearly every character of a text: for those of ASCII by a table.
class Marks {
 public:
  constexpr explicit Marks(std::u32string_view all) : all_(all) {
    for (const char32_t c : all) {
      if (c < 0x80) ascii_[c] = true;
    }
  }
  bool contain(char32_t c) const { return c < 0x80 ? ascii_[c] : is_one_of(c, all_); }

 private:
  std::u32string_view all_;
  std::array<bool, 0x80> ascii_{};
};

constexpr Marks kStrongStops(U"?!؟⸮‼⁇⁈⁉‽﹖﹗");
constexpr Marks kOpening(U"\"'`“‘„‚«»‹›([{<¿¡「『（〈《【‛‟");
constexpr Marks kClosing(U"\"'”’“‘«»‹›)]}」』）〉》】′″");
constexpr Marks kQuotes(U"\"'“”‘’„‚«»‹›「」『』‛‟");
constexpr Marks kDashes(U"-–—―‒−");

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

std::string with_first(std::string_view word, UChar32 (*in_other_case)(UChar32)) {
  if (word.empty()) return {};
  const CodePoint first = code_point_at(word, 0);
  std::string result;
  append_utf8(result, static_cast<char32_t>(in_other_case(icu(first.value))));
  return result.append(word.substr(first.size));
}

}  // namespace

Stop stop_of(char32_t c) {
  if (c == U'.' || c == U'．') return Stop::period;
  if (c == U'…') return Stop::ellipsis;
  if (kStrongStops.contain(c)) return Stop::strong;
  if (c < 0x80) return Stop::none;
  if (is_one_of(c, U"。｡！？।॥۔։።፧፨။។៕")) return Stop::full;
  return Stop::none;
}

bool is_opening(char32_t c) { return kOpening.contain(c); }
bool is_closing(char32_t c) { return kClosing.contain(c); }
bool is_quote(char32_t c) { return kQuotes.contain(c); }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ'; }
bool is_dash(char32_t c) { return kDashes.contain(c); }
bool is_bullet(char32_t c) { return is_one_of(c, U"•‣⁃▪●◦■"); }

bool is_lower(char32_t c) {
  if (c < 0x80) return is_ascii_lower(c);
  const bool georgian = c >= 0x10D0 && c <= 0x10FF;
  return !georgian && u_islower(icu(c));
}

bool is_upper(char32_t c) {
  if (c < 0x80) return is_ascii_upper(c);
  return u_isupper(icu(c)) || u_istitle(icu(c));
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c);
  return u_isalpha(icu(c)) != 0 || (U_GET_GC_MASK(icu(c)) & U_GC_M_MASK) != 0;
}

bool is_digit(char32_t c) { return c < 0x80 ? is_ascii_digit(c) : u_isdigit(icu(c)) != 0; }

std::optional<char> superscript_digit(char32_t c) {
  if (c == U'¹') return '1';
  if (c == U'²') return '2';
  if (c == U'³') return '3';
  if (c == U'⁰' || (c >= U'⁴' && c <= U'⁹')) return static_cast<char>('0' + (c - U'⁰'));
  return std::nullopt;
}

std::optional<char> subscript_digit(char32_t c) {
  return c >= U'₀' && c <= U'₉' ? std::optional(static_cast<char>('0' + (c - U'₀'))) : std::nullopt;
}

bool is_in_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (!is_upper(c.value)) return false;
    at += c.size;
  }
  return !word.empty();
}

bool is_heard(char32_t c) {
  if (is_ascii_letter(c)) return true;  // most
  const auto mask = U_GET_GC_MASK(icu(c));
  if ((mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_SC_MASK)) != 0) return true;
  if (c == kReplacementCharacter) return false;
  // "*", "~", "<" and the like are decoration far more often than they are said.
  if (is_one_of(c, U"%‰‱&@#§¶/\\+=†‡٪")) return true;
  return c >= 0x80 && (mask & (U_GC_SM_MASK | U_GC_SO_MASK)) != 0 && !is_bullet(c);
}

bool is_unspaced_script(char32_t c) {
  if (c < 0xE00) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(icu(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return c == U'ー';
  }
}

std::string with_capital(std::string_view word) { return with_first(word, u_toupper); }
std::string with_small_letter(std::string_view word) { return with_first(word, u_tolower); }

std::size_t skip_white_space(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const CodePoint next = code_point_at(text, offset);
    if (!is_white_space(next.value)) break;
    offset += next.size;
  }
  return offset;
}

}  // namespace aloud
