#include "engine/sounded_text.h"

#include <algorithm>

#include "engine/pronunciation_marks.h"
#include "language/pronunciation/pronunciation.h"
#include "util/utf8.h"

namespace aloud {
namespace {

class Builder {
 public:
  explicit Builder(std::string_view marked) : marked_(marked) {}

  void copy_to(std::size_t end) {
    for (; at_ < end; ++character_) {
      const std::size_t size = code_point_at(marked_, at_).size;
      sounded_.text.append(marked_, at_, size);
      sounded_.characters.push_back(character_);
      at_ += size;
    }
  }

  void mark_to(std::size_t end, std::string_view phonemes) {
    const std::string_view word = marked_.substr(at_, end - at_);
    const std::string mark = as_mark(word, phonemes);
    sounded_.text += mark;
    const auto letters = static_cast<std::uint32_t>(count_code_points(word));
    const auto all = static_cast<std::uint32_t>(count_code_points(mark));
    // The mark that opens counts as the word's first letter, all behind the word as its last.
    for (std::uint32_t i = 0; i < all; ++i)
      sounded_.characters.push_back(character_ + std::clamp<std::uint32_t>(i, 1, letters) - 1);
    character_ += letters;
    at_ = end;
  }

  std::size_t at() const { return at_; }
  SoundedText take() { return std::move(sounded_); }

 private:
  std::string_view marked_;
  SoundedText sounded_;
  std::size_t at_ = 0;
  std::uint32_t character_ = 0;  // number of the code point at at_
};

}  // namespace

SoundedText with_phonemes(std::string_view marked, std::span<const ByteRange> ranges,
                          const std::function<std::string(std::string_view)>& phonemes_of) {
  Builder builder(marked);
  for (const ByteRange& range : ranges) {
    while (builder.at() < range.begin) {
      const std::optional<Mark> mark = mark_at(marked, builder.at());
      builder.copy_to(mark ? mark->end : builder.at() + 1);
    }
    if (builder.at() > range.begin || range.empty()) continue;
    const std::string phonemes = phonemes_of(marked.substr(range.begin, range.size()));
    if (is_harmless_phoneme_string(phonemes)) builder.mark_to(range.end, phonemes);
  }
  builder.copy_to(marked.size());
  return builder.take();
}

}  // namespace aloud
