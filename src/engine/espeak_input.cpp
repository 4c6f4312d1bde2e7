#include "engine/espeak_input.h"

#include <algorithm>

#include "engine/english_letters.h"
#include "engine/espeak_text.h"
#include "engine/pronunciation_marks.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

class InputBuilder {
 public:
  InputBuilder(std::string_view marked, bool phonemes, std::vector<std::size_t> letters)
      : marked_(marked), letters_(std::move(letters)) {
    input_.phonemes = phonemes;
  }

  EspeakInput run() {
    for (std::size_t at = 0; at < marked_.size();) {
      const std::optional<Mark> mark = mark_at(marked_, at);
      at = mark ? say(*mark) : copy(at);
    }
    return std::move(input_);
  }

 private:
  // Appends text, all of which stands for the current character of the marked text.
  void put(std::string_view text) {
    input_.text += text;
    input_.characters.insert(input_.characters.end(), count_code_points(text), character_);
  }

  void advance_to(std::size_t offset) {
    character_ += static_cast<std::uint32_t>(count_code_points(marked_.substr(read_, offset - read_)));
    read_ = offset;
  }

  std::size_t copy(std::size_t at) {
    const CodePoint c = code_point_at(marked_, at);
    advance_to(at);
    if (std::binary_search(letters_.begin(), letters_.end(), at)) {
      put(kSpokenLetterA);
      after_phonemes_ = false;
      return at + c.size;
    }
    const bool bracket_again = input_.phonemes && c.value == U'[' && input_.text.ends_with('[');
    const bool stop_is_said = after_phonemes_ && c.value == U'.' && is_small_letter_after_space(at + c.size);
    put(bracket_again || stop_is_said ? " " : espeak_safe_text(marked_.substr(at, c.size)));
    after_phonemes_ = false;
    return at + c.size;
  }

  bool is_small_letter_after_space(std::size_t at) const {
    return at + 1 < marked_.size() && marked_[at] == ' ' && is_ascii_lower(marked_[at + 1]);
  }

  // One pair of brackets for each group of phonemes, which stands for the word of the same number.
  std::size_t say(const Mark& mark) {
    separate();
    std::size_t word = mark.word_begin;
    const std::size_t word_end = word + mark.word.size();
    std::string_view rest = mark.phonemes;
    for (bool first = true; !rest.empty(); first = false) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) {
        advance_to(word);
        if (!first) put(" ");
        put("[[" + std::string(rest.substr(0, end)) + "]]");
        const std::size_t space = marked_.substr(0, word_end).find(' ', word);
        if (space != std::string_view::npos && space + 1 < word_end) word = space + 1;
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    after_phonemes_ = true;
    return mark.end;
  }

  void separate() {
    if (input_.text.empty()) return;
    const char32_t before = code_point_before(input_.text, input_.text.size()).value;
    if (!is_white_space(before) && !is_alphanumeric(before) && before != U'-') put(" ");
  }

  std::string_view marked_;
  std::vector<std::size_t> letters_;  // in marked_
  EspeakInput input_;
  std::size_t read_ = 0;
  std::uint32_t character_ = 0;  // number of the code point at read_
  bool after_phonemes_ = false;
};

bool has_mark(std::string_view text) {
  constexpr std::string_view kLead = "\xEE\x80\x80";  // kWordMark
  for (std::size_t at = text.find(kLead); at != std::string_view::npos; at = text.find(kLead, at + 1)) {
    if (mark_at(text, at)) return true;
  }
  return false;
}

// Where the marked text has capitals that are letters. Words in marks are neighbours to them, and stay as they are.
std::vector<std::size_t> letters_in(std::string_view marked) {
  std::string plain;
  std::vector<std::size_t> origins;  // of the bytes of `plain`
  for (std::size_t at = 0; at < marked.size();) {
    if (const std::optional<Mark> mark = mark_at(marked, at)) {
      plain += mark->word;
      origins.resize(plain.size(), marked.size());
      at = mark->end;
    } else {
      plain += marked[at];
      origins.push_back(at++);
    }
  }
  std::vector<std::size_t> letters;
  for (const std::size_t letter : spoken_letters(plain)) {
    if (origins[letter] < marked.size()) letters.push_back(origins[letter]);
  }
  return letters;
}

}  // namespace

EspeakInput espeak_input(std::string_view marked, Letters letters) {
  const bool phonemes = has_mark(marked);
  std::vector<std::size_t> spoken = letters == Letters::english ? letters_in(marked) : std::vector<std::size_t>{};
  if (!phonemes && spoken.empty()) return {espeak_safe_text(marked), false, {}};
  return InputBuilder(marked, phonemes, std::move(spoken)).run();
}

}  // namespace aloud
