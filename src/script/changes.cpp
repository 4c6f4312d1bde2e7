#include <algorithm>
#include <string_view>

#include "language/words.h"
#include "script/trace.h"

namespace aloud {

std::vector<Change> changes_of(const Utterance& utterance) {
  std::vector<Change> changes;
  const std::string_view text = utterance.text.text();
  for (const AlignedText::Run& run : utterance.text.runs()) {
    const ByteRange spoken = {run.text_begin, run.text_end};
    if (run.rule.empty() || !is_speakable(text.substr(run.text_begin, run.text_end - run.text_begin))) continue;
    const bool same = !changes.empty() && changes.back().rule == run.rule && changes.back().spoken.end == spoken.begin &&
                      (run.source.begin <= changes.back().source.end || run.source.empty());
    if (same) {
      changes.back().spoken.end = spoken.end;
      changes.back().source.end = std::max(changes.back().source.end, run.source.end);
    } else {
      changes.push_back({spoken, run.source, run.rule, {}, {}});
    }
  }
  for (Change& change : changes) {
    const auto one = std::find_if(utterance.pronunciations.begin(), utterance.pronunciations.end(),
                                  [&](const Pronunciation& some) { return some.spoken == change.spoken; });
    if (one == utterance.pronunciations.end()) continue;
    change.phonemes = one->phonemes;
    change.reason = one->reason;
  }
  return changes;
}

}  // namespace aloud
