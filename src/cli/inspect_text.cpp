#include "cli/inspect_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "language/words.h"
#include "util/white_space.h"

namespace aloud::cli {
namespace {

std::string_view part_of(std::string_view text, ByteRange range) { return text.substr(range.begin, range.size()); }

}  // namespace

std::vector<Change> changes_of(const Utterance& utterance) {
  std::vector<Change> changes;
  const std::string_view text = utterance.text.text();
  for (const AlignedText::Run& run : utterance.text.runs()) {
    const ByteRange spoken = {run.text_begin, run.text_end};
    if (run.rule.empty() || !is_speakable(part_of(text, spoken))) continue;
    const bool same = !changes.empty() && changes.back().rule == run.rule && changes.back().spoken.end == spoken.begin &&
                      (run.source.begin <= changes.back().source.end || run.source.empty());
    if (same) {
      changes.back().spoken.end = spoken.end;
      changes.back().source.end = std::max(changes.back().source.end, run.source.end);
    } else {
      changes.push_back({spoken, run.source, run.rule, {}});
    }
  }
  for (Change& change : changes) {
    const auto one = std::find_if(utterance.pronunciations.begin(), utterance.pronunciations.end(),
                                  [&](const Pronunciation& some) { return some.spoken == change.spoken; });
    if (one != utterance.pronunciations.end()) change.phonemes = one->phonemes;
  }
  return changes;
}

std::string class_of_rule(const std::string& rule) { return rule.substr(0, rule.find('/')); }

std::string spoken_text(const Utterance& utterance, const std::optional<Transcription>& said, const std::string& source) {
  const std::string& text = utterance.text.text();
  const ByteRange all = utterance.text.source_of({0, text.size()});
  const std::string written = fold_white_space(std::string(part_of(source, all)));
  std::string lines = written + '\n';
  if (written != text) lines += fmt::format("  → {}\n", text);
  for (const Change& change : changes_of(utterance)) {
    const std::string change_written = fold_white_space(std::string(part_of(source, change.source)));
    const std::string change_spoken =
        change.phonemes.empty() ? fold_white_space(std::string(part_of(text, change.spoken))) : "[[" + change.phonemes + "]]";
    lines += fmt::format("    {}: {} → {}\n", change.rule, change_written, change_spoken);
  }
  lines += said ? fmt::format("  /{}/\n", said->ipa) : "  (the engine crashed over this text)\n";
  return lines;
}

}  // namespace aloud::cli
