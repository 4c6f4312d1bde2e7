#include "play/folded_text.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "util/utf8.h"
#include "util/white_space.h"

namespace aloud {
namespace {

void append_folded(std::string& text, char32_t c) {
  append_utf8(text, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
}

}  // namespace

std::string folded(std::string_view text) {
  const std::string plain = fold_white_space(text);
  std::string folded;
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = code_point_at(plain, at);
    append_folded(folded, point.value);
    at += point.size;
  }
  return folded;
}

FoldedText::FoldedText(const Document& document) {
  for (const Block& block : document.blocks) {
    append(block.content.text);
    for (const RichText& cell : block.cells) append(cell.text);
  }
}

void FoldedText::append(const AlignedText& text) {
  bool space = !text_.empty();  // between blocks
  for (const AlignedText::Run& run : text.runs()) {
    for (std::size_t at = run.text_begin; at < run.text_end;) {
      const CodePoint point = code_point_at(text.text(), at);
      const std::size_t source = run.mapping == Mapping::linear ? run.source.begin + (at - run.text_begin) : run.source.begin;
      at += point.size;
      if (is_white_space(point.value)) {
        space = !text_.empty();
        continue;
      }
      if (space) text_ += ' ';
      space = false;
      append_folded(text_, point.value);
      source_.resize(text_.size(), source);
    }
  }
}

std::optional<std::size_t> FoldedText::find(std::string_view query, std::size_t from) const {
  if (query.empty()) return std::nullopt;
  const std::size_t at = text_.find(query, from);
  return at == std::string::npos ? std::nullopt : std::optional(at);
}

ByteRange FoldedText::part(ByteRange source) const {
  // Blocks stand in the order of the source, or nearly so; what is searched is short.
  const auto inside = [&](std::size_t at) { return at >= source.begin && at < source.end; };
  const auto begin = std::find_if(source_.begin(), source_.end(), inside);
  auto end = begin;
  while (end != source_.end() && inside(*end)) ++end;
  return {static_cast<std::size_t>(begin - source_.begin()), static_cast<std::size_t>(end - source_.begin())};
}

}  // namespace aloud
