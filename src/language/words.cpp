#include "language/words.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>

#include "language/characters.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool is_spoken_dash(char32_t dash, char32_t before, char32_t after) {
  const bool hyphen = dash == U'-' || dash == U'‐' || dash == U'‑' || dash == U'–' || dash == U'−';
  return hyphen && before != dash && after != dash;  // "--" stands for a dash between clauses
}

// Whether `c` between two neighbours without spaces ends a word: "wait—what", "this,that", but not "3,000" or "12:30".
bool separates(char32_t before, char32_t c, char32_t after) {
  if (c == U'…' || c == U'—' || c == U'―') return true;
  if (is_dash(c)) return !is_spoken_dash(c, before, after);
  if (c == U'.') return before == U'.' || after == U'.';
  if (is_unspaced_script(before) || is_unspaced_script(after)) return !is_heard(c) && !is_letter(c);
  const bool mark = std::u32string_view(U",;:!?\"“”„«»()[]{}、，。！？；：").find(c) != std::u32string_view::npos;
  return mark && (is_letter(before) || is_quote(before)) && (is_letter(after) || is_quote(after) || is_opening(after));
}

// Cuts off what is not heard at both ends; a sign before a digit is. Letters keep the marks that follow them.
ByteRange trim(std::string_view text, ByteRange range) {
  while (range.begin < range.end) {
    const CodePoint c = code_point_at(text, range.begin);
    const std::size_t second = range.begin + c.size;
    const bool sign = c.value == U'-' && second < range.end && is_digit(code_point_at(text, second).value);
    if (sign || is_heard(c.value)) break;
    range.begin = second;
  }
  while (range.end > range.begin) {
    const CodePoint c = code_point_before(text, range.end);
    if (is_heard(c.value) || is_letter(c.value)) break;
    range.end -= c.size;
  }
  return range;
}

bool is_heard_in(std::string_view text, ByteRange range) {
  for (std::size_t at = range.begin; at < range.end;) {
    const CodePoint c = code_point_at(text, at);
    if (is_heard(c.value)) return true;
    at += c.size;
  }
  return false;
}

class WordFinder {
 public:
  explicit WordFinder(std::string_view text) : text_(text) {}

  std::vector<ByteRange> run() {
    for (std::size_t begin = skip_white_space(text_, 0); begin < text_.size(); begin = skip_white_space(text_, begin)) {
      begin = read_stretch(begin);
    }
    return std::move(words_);
  }

 private:
  // Reads up to white space or a separator and adds the word; returns where it stopped.
  std::size_t read_stretch(std::size_t begin) {
    bool unspaced = false;
    char32_t before = U' ';
    std::size_t at = begin;
    while (at < text_.size()) {
      const CodePoint c = code_point_at(text_, at);
      const std::size_t next = at + c.size;
      const char32_t after = next < text_.size() ? code_point_at(text_, next).value : U' ';
      if (is_white_space(c.value) || (before != U' ' && separates(before, c.value, after))) break;
      unspaced = unspaced || is_unspaced_script(c.value);
      before = c.value;
      at = next;
    }
    if (unspaced) {
      add_by_dictionary({begin, at});
    } else {
      add({begin, at});
    }
    return at < text_.size() ? at + code_point_at(text_, at).size : at;
  }

  void add(ByteRange range) {
    const ByteRange word = trim(text_, range);
    if (!word.empty() && is_heard_in(text_, word)) words_.push_back(word);
  }

  // ICU's word boundaries, for scripts without spaces.
  void add_by_dictionary(ByteRange range) {
    UErrorCode status = U_ZERO_ERROR;
    if (breaks_ == nullptr) breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText utf8 = UTEXT_INITIALIZER;
    utext_openUTF8(&utf8, text_.data() + range.begin, static_cast<std::int64_t>(range.size()), &status);
    if (U_FAILURE(status)) return add(range);
    breaks_->setText(&utf8, status);
    std::size_t begin = range.begin;
    for (std::int32_t end = breaks_->next(); end != icu::BreakIterator::DONE; end = breaks_->next()) {
      add({begin, range.begin + static_cast<std::size_t>(end)});
      begin = range.begin + static_cast<std::size_t>(end);
    }
    utext_close(&utf8);
  }

  std::string_view text_;
  std::vector<ByteRange> words_;
  std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace

std::vector<ByteRange> find_words(std::string_view text) { return WordFinder(text).run(); }

bool is_speakable(std::string_view text) { return is_heard_in(text, {0, text.size()}); }

}  // namespace aloud
