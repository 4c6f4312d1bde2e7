#include "language/text_edits.h"

#include <algorithm>
#include <utility>

namespace aloud {
namespace {

// Where an offset of the text before the edits lies after them. Reads offsets in rising order.
class Shift {
 public:
  explicit Shift(const Edits& edits) : edits_(edits) {}

  std::size_t operator()(std::size_t offset) {
    while (next_ < edits_.size() && edits_[next_].range.end <= offset) {
      grown_ += edits_[next_].replacement.size();
      shrunk_ += edits_[next_].range.size();
      ++next_;
    }
    const bool inside = next_ < edits_.size() && edits_[next_].range.begin < offset;
    return (inside ? edits_[next_].range.begin : offset) + grown_ - shrunk_;
  }

 private:
  const Edits& edits_;
  std::size_t next_ = 0, grown_ = 0, shrunk_ = 0;
};

std::vector<Rewrite> moved(const std::vector<Rewrite>& rewrites, const Edits& edits) {
  std::vector<Rewrite> result;
  Shift begin(edits), end(edits);
  for (const Rewrite& rewrite : rewrites) {
    const std::size_t from = begin(rewrite.spoken.begin);
    result.push_back({{from, std::max(from, end(rewrite.spoken.end))}, rewrite.rule});
  }
  return result;
}

void append_replacement(AlignedText& result, const std::string& text, ByteRange source) {
  if (source.empty()) {
    result.append_inserted(text);
  } else {
    result.append(text, source, Mapping::whole);
  }
}

}  // namespace

void apply(const Edits& edits, const char* rule, Spoken& spoken) {
  if (edits.empty()) return;
  AlignedText result;
  std::vector<Rewrite> rewrites;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    result.append(spoken.text.slice({at, edit.range.begin}));
    const std::size_t begin = result.size();
    if (!edit.replacement.empty()) append_replacement(result, edit.replacement, spoken.text.source_of(edit.range));
    rewrites.push_back({{begin, result.size()}, edit.rule != nullptr ? edit.rule : rule});
    at = edit.range.end;
  }
  result.append(spoken.text.slice({at, spoken.text.size()}));
  const std::vector<Rewrite> earlier = moved(spoken.rewrites, edits);
  spoken.text = std::move(result);
  spoken.rewrites.clear();
  std::merge(earlier.begin(), earlier.end(), rewrites.begin(), rewrites.end(), std::back_inserter(spoken.rewrites),
             [](const Rewrite& a, const Rewrite& b) { return a.spoken.begin < b.spoken.begin; });
}

}  // namespace aloud
