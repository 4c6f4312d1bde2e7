#include <unicode/uchar.h>

#include "language/normalizer.h"
#include "language/segmenter.h"
#include "language/words.h"
#include "util/utf8.h"

namespace aloud {

struct Segmenter::Rules {};

Segmenter::Segmenter(const std::string& /*language*/) : rules_(std::make_unique<Rules>()) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

std::vector<ByteRange> Segmenter::split(std::string_view text) const {
  std::vector<ByteRange> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (!stop || i + 1 == text.size() || text[i + 1] != ' ') continue;
    std::size_t end = i + 1;
    while (end < text.size() && text[end] == ' ') ++end;
    sentences.push_back({begin, end});
    begin = end;
  }
  if (begin < text.size()) sentences.push_back({begin, text.size()});
  return sentences;
}

ByteRange trim_white_space(std::string_view text, ByteRange range) {
  while (!range.empty()) {
    const CodePoint at = code_point_at(text, range.begin);
    if (!is_white_space(at.value)) break;
    range.begin += at.size;
  }
  while (!range.empty()) {
    const CodePoint at = code_point_before(text, range.end);
    if (!is_white_space(at.value)) break;
    range.end -= at.size;
  }
  return range;
}

namespace {

class StandInNormalizer final : public Normalizer {
 public:
  Spoken normalize(const AlignedText& sentence) const override {
    Spoken spoken;
    const std::string& text = sentence.text();
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint at = code_point_at(text, i);
      const bool folded = text[i] == ' ' && spoken.text.text().ends_with(' ');
      if (!folded && (at.value >= 0x20 || at.value == U'\n')) spoken.text.append(sentence.slice({i, i + at.size}));
      i += at.size;
    }
    return spoken;
  }
};

bool is_heard(char32_t value) {
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(value));
  if ((mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_SC_MASK)) != 0 || value == U'%' || value == U'+') return true;
  return value >= 0x80 && value != kReplacementCharacter && (mask & (U_GC_SM_MASK | U_GC_SO_MASK)) != 0;
}

}  // namespace

std::unique_ptr<Normalizer> make_normalizer(const std::string& /*language*/) { return std::make_unique<StandInNormalizer>(); }

std::vector<ByteRange> find_words(std::string_view text) {
  std::vector<ByteRange> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    ByteRange word = {i, end};
    while (!word.empty() && !is_heard(code_point_at(text, word.begin).value)) {
      word.begin += code_point_at(text, word.begin).size;
    }
    while (!word.empty() && !is_heard(code_point_before(text, word.end).value)) {
      word.end -= code_point_before(text, word.end).size;
    }
    if (!word.empty()) words.push_back(word);
    i = end + 1;
  }
  return words;
}

bool is_speakable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint at = code_point_at(text, i);
    if (is_heard(at.value)) return true;
    i += at.size;
  }
  return false;
}

}  // namespace aloud
