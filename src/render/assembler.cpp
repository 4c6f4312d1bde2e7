#include "render/assembler.h"

#include <algorithm>

#include "audio/take_record.h"

namespace aloud {

Frames Assembler::append(std::chrono::milliseconds pause_before, const EncodedTake& take) {
  append_silence(frames_of(pause_before, kEngineRate) - silence_at_end_ - take.speech_begin);
  const Frames begin = position_;
  writer_.append(take);
  loudness_.add(begin + take.speech_begin, loudness_of_take(take));
  position_ += take.length;
  silence_at_end_ = take.length - take.speech_end;
  return begin;
}

Frames Assembler::append_tail(std::chrono::milliseconds tail) {
  const Frames silence = frames_of(tail, kEngineRate);
  append_silence(silence - silence_at_end_);
  silence_at_end_ = std::max(silence, silence_at_end_);
  return position_;
}

Assembler::Finished Assembler::finish(std::chrono::milliseconds tail, const std::vector<ChapterMark>& chapters) {
  append_tail(tail);
  if (!chapters.empty()) writer_.set_chapters(chapters);
  const TrackLoudness loudness = loudness_.finish(position_);
  writer_.set_loudness(loudness);
  return {writer_.finish(), loudness};
}

void Assembler::append_silence(Frames silence) {
  if (silence.count > 0) position_ += writer_.append_silence(silence);
}

}  // namespace aloud
