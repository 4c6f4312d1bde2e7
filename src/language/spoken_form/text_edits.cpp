#include "language/spoken_form/text_edits.h"

#include <utility>

#include "util/utf8.h"

namespace aloud {
namespace {

// Where the part for one of several source pieces ends: after a word, or after a code point if there are not enough words.
std::size_t end_of_part(std::string_view text, std::size_t begin, bool by_words) {
  if (!by_words) return begin + code_point_at(text, begin).size;
  return text.find(' ', text.find_first_not_of(' ', begin));
}

bool has_words(std::string_view text, std::size_t count) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size(); ++at) words += text[at] != ' ' && (at == 0 || text[at - 1] == ' ') ? 1U : 0U;
  return words >= count;
}

// A replacement stands for all of its source. Where something left out lies within that (a note's number between "5" and
// "km"), each piece has a part of the text, so that what was left out is in none.
void append_replacement(AlignedText& result, const std::string& text, const std::vector<ByteRange>& pieces,
                        std::string_view rule) {
  if (pieces.empty()) return result.append_inserted(text, rule);
  const bool by_words = has_words(text, pieces.size());
  if (!by_words && count_code_points(text) < pieces.size()) {
    return result.append(text, {pieces.front().begin, pieces.back().end}, Mapping::whole, rule);
  }
  std::size_t begin = 0;
  for (std::size_t piece = 0; piece + 1 < pieces.size(); ++piece) {
    const std::size_t end = end_of_part(text, begin, by_words);
    result.append(std::string_view(text).substr(begin, end - begin), pieces[piece], Mapping::whole, rule);
    begin = end;
  }
  result.append(std::string_view(text).substr(begin), pieces.back(), Mapping::whole, rule);
}

}  // namespace

void apply(const Edits& edits, const char* rule, AlignedText& text) {
  if (edits.empty()) return;
  AlignedText result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    result.append(text.slice({at, edit.range.begin}));
    const std::string_view name = edit.rule.empty() ? std::string_view(rule) : edit.rule;
    if (!edit.replacement.empty()) append_replacement(result, edit.replacement, text.source_pieces(edit.range), name);
    at = edit.range.end;
  }
  result.append(text.slice({at, text.size()}));
  text = std::move(result);
}

}  // namespace aloud
