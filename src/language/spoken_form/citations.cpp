#include "language/spoken_form/citations.h"

#include <algorithm>

#include "language/characters.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kMostDigits = 3;

bool is_stop(char32_t c) { return std::u32string_view(U".,;:!?…。").find(c) != std::u32string_view::npos; }

std::size_t skip_digits(std::string_view text, std::size_t at, std::size_t most) {
  const std::size_t begin = at;
  while (at < text.size() && at - begin < most && is_ascii_digit(text[at])) ++at;
  return at;
}

// After "[12]", "[3, 4]", "[5–7]" or "[a]" at `at`; `at` if there is none.
std::size_t after_mark(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return at;
  std::size_t end = at + 1;
  const bool letter = end + 1 < text.size() && is_ascii_lower(text[end]) && text[end + 1] == ']';
  if (letter) return end + 2;
  constexpr int kMostNumbers = 6;
  for (int numbers = 0; numbers < kMostNumbers; ++numbers) {
    const std::size_t digits = skip_digits(text, end, kMostDigits);
    if (digits == end || text[end] == '0') return at;
    end = digits;
    if (end < text.size() && text[end] == ']') return end + 1;
    if (text.substr(end).starts_with("–")) {
      end += std::string_view("–").size();
    } else if (end < text.size() && (text[end] == ',' || text[end] == '-')) {
      ++end;
      if (end < text.size() && text[end] == ' ') ++end;
    } else {
      return at;
    }
  }
  return at;
}

std::size_t after_marks(std::string_view text, std::size_t at) {
  for (std::size_t next = after_mark(text, at); next != at; next = after_mark(text, at)) at = next;
  return at;
}

// How many letters stand directly before `at`, at most `enough`, and one before them that is no other mark.
bool follows_word(std::string_view text, std::size_t at, std::size_t enough) {
  for (std::size_t letters = 0; letters < enough; ++letters) {
    if (at == 0) return false;
    const CodePoint c = code_point_before(text, at);
    if (!is_letter(c.value)) return false;
    at -= c.size;
  }
  return true;
}

// Whether a mark of a note may stand at `at`, where "[" does: after a stop or a closing mark, after a word or a year; not in
// "items[2]", which is an element, unless the sentence goes on as one does.
bool may_follow(std::string_view text, std::size_t at, std::size_t end) {
  if (at == 0) return false;
  const CodePoint before = code_point_before(text, at);
  const bool ends = end == text.size() || text[end] == ' ' || is_stop(code_point_at(text, end).value) ||
                    is_closing(code_point_at(text, end).value);
  if (!ends || before.value == U'[') return false;
  if (is_stop(before.value) || (is_closing(before.value) && before.value != U']')) return true;
  const std::size_t after = skip_white_space(text, end);
  const bool assigned = after < text.size() && std::string_view("=+-*/<>[").find(text[after]) != std::string_view::npos;
  const bool member = end + 1 < text.size() && text[end] == '.' && is_heard(code_point_at(text, end + 1).value);
  if (assigned || member) return false;
  constexpr std::size_t kWord = 4, kYear = 4;  // shorter ones are more often variables: "arr[2]"
  if (is_ascii_digit(before.value)) return skip_digits(text, at - std::min(at, kYear), kYear) == at;
  return follows_word(text, at, kWord);
}

// "works (type 2).10", "they left.3": the number of a note behind the last stop of a text. `at` is the stop.
bool is_final_note(std::string_view text, std::size_t at) {
  const std::size_t end = skip_digits(text, at + 1, kMostDigits);
  if (end == at + 1 || end != text.size() || text[at + 1] == '0' || at == 0) return false;
  const char32_t before = code_point_before(text, at).value;
  constexpr std::size_t kWord = 3;
  return is_closing(before) || (is_lower(before) && follows_word(text, at, kWord));
}

}  // namespace

Edits find_citations(std::string_view text) {
  Edits edits;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t end = after_marks(text, at);
    if (end == at) continue;
    std::size_t begin = at;  // of the mark, with the space before it at the end of a sentence
    if (at > 1 && text[at - 1] == ' ' && is_stop(code_point_before(text, at - 1).value) && end == text.size()) --begin;
    if (!may_follow(text, begin, end)) {
      at = end - 1;  // not each mark of a row again
      continue;
    }
    const std::size_t size = code_point_before(text, begin).size;
    if (!edits.empty() && edits.back().range.end > begin - size) continue;
    edits.push_back({{begin - size, end}, std::string(text.substr(begin - size, size))});
    at = end - 1;
  }
  const std::size_t digits = text.find_last_not_of("0123456789");
  if (edits.empty() && digits != std::string_view::npos && digits + 1 < text.size() && text[digits] == '.' &&
      is_final_note(text, digits)) {
    edits.push_back({{digits, text.size()}, "."});
  }
  return edits;
}

}  // namespace aloud
