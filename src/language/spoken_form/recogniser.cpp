#include "language/spoken_form/recogniser.h"

#include <utility>

#include "language/characters.h"
#include "util/utf8.h"

namespace aloud {
namespace {

bool joins(std::string_view text, std::size_t at) { return is_alphanumeric(code_point_at(text, at).value); }

}  // namespace

bool in_headline(const Tokens& tokens, std::size_t i) {
  constexpr std::size_t kAround = 4;  // tokens to each side
  std::size_t capitals = 0, others = 0;
  for (std::size_t at = i < kAround ? 0 : i - kAround; at <= i + kAround; ++at) {
    const std::string_view word = tokens.str(at);
    if (at == i || !tokens.is_word(at) || word.size() < 2) continue;
    if (is_in_capitals(word)) {
      capitals += word.size() > 3 ? 2U : 1U;  // short ones may be initialisms
    } else {
      ++others;
    }
  }
  return capitals > 2 * others && capitals >= 3;
}

void append(Edits& edits, Hit& hit, const char* name, std::string_view text) {
  for (Edit& edit : hit.edits) {
    if (edit.rule.empty()) edit.rule = hit.rule != nullptr ? hit.rule : name;
    if (edit.replacement == text.substr(edit.range.begin, edit.range.size())) continue;
    const std::size_t begin = edit.range.begin, end = edit.range.end;
    const bool touches_edit = !edits.empty() && edits.back().range.end == begin;
    const bool after_word = begin > 0 && (touches_edit ? edits.back().replacement.back() != ' '
                                                       : is_alphanumeric(code_point_before(text, begin).value));
    const bool word = !edit.replacement.empty() && joins(edit.replacement, 0);
    if (word && after_word) edit.replacement.insert(0, 1, ' ');
    if (end < text.size() && joins(text, end) && edit.replacement.back() != ' ' && edit.replacement.back() != '-') {
      edit.replacement += ' ';
    }
    edits.push_back(std::move(edit));
  }
}

}  // namespace aloud
