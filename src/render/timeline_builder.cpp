#include "render/timeline_builder.h"

#include <algorithm>

namespace aloud {
namespace {

// The source of an utterance inside its own block: a column's name said again before a cell stands elsewhere.
ByteRange source_in_block(const Utterance& utterance, ByteRange block) {
  ByteRange all;
  for (const ByteRange& piece : utterance.text.source_pieces()) {
    if (piece.begin < block.begin || piece.end > block.end) continue;
    if (all.empty()) all = piece;
    all.begin = std::min(all.begin, piece.begin);
    all.end = std::max(all.end, piece.end);
  }
  return all.empty() ? utterance.text.source_of({0, utterance.text.size()}) : all;
}

ByteRange joined(ByteRange a, ByteRange b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace

TimelineBuilder::TimelineBuilder(const Document& document, SampleRate rate,
                                 std::vector<std::unique_ptr<TimelineWriter>> writers)
    : document_(document), rate_(rate), writers_(std::move(writers)) {}

std::string TimelineBuilder::written(ByteRange decoded) const {
  return decoded.empty() ? std::string() : document_.source.text().substr(decoded.begin, decoded.size());
}

TimelineSentence TimelineBuilder::begin_sentence(const Utterance& utterance, const Take& take, Frames position) const {
  TimelineSentence sentence;
  sentence.index = utterance.sentence;
  sentence.block = to_string(document_.blocks[utterance.block].kind);
  sentence.role = to_string(utterance.role);
  sentence.begin = in_file(position + take.audio.speech_begin);
  return sentence;
}

void TimelineBuilder::add(const Utterance& utterance, const Take& take, Frames position) {
  if (open_ && open_->index != utterance.sentence) flush();
  if (!open_) {
    open_ = begin_sentence(utterance, take, position);
    open_source_ = {};
    ++sentences_;
  }
  open_source_ = joined(open_source_, source_in_block(utterance, document_.blocks[utterance.block].source));
  open_->end = in_file(position + take.audio.speech_end);  // a failed take has no frames and ends where it begins
  if (!open_->spoken.empty()) open_->spoken += ' ';
  open_->spoken += utterance.text.text();
  if (take.failure) {
    open_->failure = take.failure;
    return;
  }
  for (std::size_t i = 0; i < utterance.words.size() && i < take.words.size(); ++i) {
    if (!take.words[i].heard) continue;
    const Word& word = utterance.words[i];
    const std::string spoken = utterance.text.text().substr(word.spoken.begin, word.spoken.size());
    open_->words.push_back({written(word.source), spoken, document_.source.source_bytes(word.source),
                            in_file(position + take.words[i].begin), in_file(position + take.words[i].end)});
  }
}

void TimelineBuilder::add_clip(const Utterance& utterance, const Take& take, Frames position) {
  const TimelineClip clip{to_string(utterance.clip_role), utterance.clip->name, in_file(position + take.audio.speech_begin),
                          in_file(position + take.audio.speech_end)};
  for (const auto& writer : writers_) writer->clip(clip);
}

void TimelineBuilder::flush() {
  if (!open_) return;
  open_->written = written(open_source_);
  open_->source = document_.source.source_bytes(open_source_);
  for (const auto& writer : writers_) writer->sentence(*open_);
  open_.reset();
}

void TimelineBuilder::finish(const TimelineEnd& end) {
  flush();
  for (const auto& writer : writers_) writer->finish(end);
}

}  // namespace aloud
