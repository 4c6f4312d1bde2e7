#include "language/spoken_form/code_runs.h"

#include <algorithm>
#include <utility>

#include "language/characters.h"

namespace aloud {
namespace {

bool has_code(const AlignedText& text) {
  return std::any_of(text.runs().begin(), text.runs().end(), [](const AlignedText::Run& run) { return run.rule == kCodeRule; });
}

}  // namespace

std::vector<ByteRange> code_runs(const AlignedText& text) {
  std::vector<ByteRange> code;
  for (const AlignedText::Run& run : text.runs()) {
    if (run.rule != kCodeRule) continue;
    if (!code.empty() && code.back().end == run.text_begin) {
      code.back().end = run.text_end;
    } else {
      code.push_back({run.text_begin, run.text_end});
    }
  }
  return code;
}

AlignedText with_code_said(const AlignedText& text, const CodeWords& words) {
  if (!has_code(text)) return text;
  Edits edits;
  for (const ByteRange range : code_runs(text)) {
    for (Edit& edit : words.say(std::string_view(text.text()).substr(range.begin, range.size()))) {
      edits.push_back({{range.begin + edit.range.begin, range.begin + edit.range.end}, std::move(edit.replacement)});
    }
  }
  AlignedText said = text;
  apply(edits, kCodeRule, said);
  return said;
}

void drop_edits_across_code(Edits& edits, const AlignedText& text) {
  if (edits.empty() || !has_code(text)) return;
  const std::vector<ByteRange> code = code_runs(text);
  auto next = code.begin();
  const auto crosses = [&](const Edit& edit) {
    if (skip_white_space(text.text(), edit.range.begin) >= edit.range.end) return false;
    while (next != code.end() && next->end <= edit.range.begin) ++next;
    for (auto one = next; one != code.end() && one->begin < edit.range.end; ++one) {
      const bool over_begin = edit.range.begin < one->begin && one->begin < edit.range.end;
      const bool over_end = edit.range.begin < one->end && one->end < edit.range.end;
      if (over_begin || over_end) return true;
    }
    return false;
  };
  std::erase_if(edits, crosses);
}

AlignedText without_code_marks(AlignedText text) {
  if (!has_code(text)) return text;
  AlignedText plain;
  for (const AlignedText::Run& run : text.runs()) {
    const bool as_written = run.rule == kCodeRule && run.mapping == Mapping::linear;
    plain.append(std::string_view(text.text()).substr(run.text_begin, run.text_end - run.text_begin), run.source, run.mapping,
                 as_written ? std::string_view() : std::string_view(run.rule));
  }
  return plain;
}

}  // namespace aloud
