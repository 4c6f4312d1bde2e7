#include "language/sentences/segmenter.h"

#include "language/characters.h"
#include "language/sentences/language_table.h"
#include "language/sentences/sentence_scanner.h"
#include "util/utf8.h"

namespace aloud {

struct Segmenter::Rules {
  const LanguageTable& table;
};

Segmenter::Segmenter(const std::string& language) : rules_(new Rules{LanguageTable::for_language(language)}) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

std::vector<ByteRange> Segmenter::split(std::string_view text) const { return SentenceScanner(text, rules_->table).run(); }

std::vector<ByteRange> Segmenter::split(std::string_view text, std::span<const ByteRange> code, std::string_view label) const {
  if (code.empty()) return SentenceScanner(text, rules_->table, code, label).run();
  std::string masked(text);  // code as a word of its length, in which there are no stops and no brackets
  for (const ByteRange range : code) {
    if (!range.empty()) masked.replace(range.begin, range.size(), std::string(range.size(), 'a'));
  }
  return SentenceScanner(masked, rules_->table, code, label).run();
}

ByteRange trim_white_space(std::string_view text, ByteRange range) {
  const std::string_view part = text.substr(0, range.end);
  range.begin = skip_white_space(part, range.begin);
  while (range.end > range.begin) {
    const CodePoint last = code_point_before(part, range.end);
    if (!is_white_space(last.value)) break;
    range.end -= last.size;
  }
  return range;
}

}  // namespace aloud
