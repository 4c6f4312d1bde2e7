#include "engine/flite_input.h"

#include <algorithm>
#include <optional>

#include "engine/flite_phones.h"
#include "engine/latin_letters.h"
#include "engine/pronunciation_marks.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// "zorbaba", "zorbabe", …: Flite spells what it cannot pronounce, and looks up the rest.
std::string invented_word(std::size_t number) {
  constexpr std::string_view kConsonants = "bdfgklmnprstv";
  constexpr std::string_view kVowels = "aeiou";
  std::string word = "zor";
  for (int syllable = 0; syllable < 3; ++syllable) {
    word += kConsonants[number % kConsonants.size()];
    number /= kConsonants.size();
    word += kVowels[number % kVowels.size()];
    number /= kVowels.size();
  }
  return word;
}

class Builder {
 public:
  explicit Builder(std::string_view marked) : marked_(marked) {}

  FliteInput build() {
    for (std::size_t at = 0; at < marked_.size();) {
      const std::optional<Mark> mark = mark_at(marked_, at);
      if (!mark) {
        at = add_character(at);
        continue;
      }
      pass(mark->word_begin);
      if (!add_pronunciation(*mark)) add_plain(mark->word_begin, mark->word_begin + mark->word.size());
      pass(mark->end);
      at = mark->end;
    }
    return std::move(input_);
  }

 private:
  void add(std::string_view ascii) {
    input_.text += ascii;
    input_.characters.resize(input_.text.size(), character_);
  }

  // Counts the characters up to an offset.
  void pass(std::size_t end) {
    while (passed_ < end) {
      passed_ += code_point_at(marked_, passed_).size;
      ++character_;
    }
  }

  std::size_t add_character(std::size_t at) {
    pass(at);
    const CodePoint point = code_point_at(marked_, at);
    add(ascii_for(point.value));
    return at + point.size;
  }

  void add_plain(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) at = add_character(at);
  }

  // One invented word for each of the words, so that each has its time.
  bool add_pronunciation(const Mark& mark) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at <= mark.phonemes.size();) {
      const std::size_t end = std::min(mark.phonemes.find(' ', at), mark.phonemes.size());
      const std::optional<std::string> phones = flite_phones(mark.phonemes.substr(at, end - at));
      if (!phones) return false;
      all.push_back(*phones);
      at = end + 1;
    }
    std::size_t word = mark.word_begin;
    for (const std::string& phones : all) {
      pass(word);
      if (&phones != &all.front()) add(" ");
      input_.additions.push_back({invented_word(input_.additions.size()), phones});
      add(input_.additions.back().word);
      const std::size_t space = mark.word.find(' ', word - mark.word_begin);
      if (space != std::string_view::npos) word = mark.word_begin + space + 1;
    }
    return true;
  }

  std::string_view marked_;
  FliteInput input_;
  std::size_t passed_ = 0;
  std::uint32_t character_ = 0;  // that `passed_` is the offset of
};

}  // namespace

FliteInput flite_input(std::string_view marked) { return Builder(marked).build(); }

}  // namespace aloud
