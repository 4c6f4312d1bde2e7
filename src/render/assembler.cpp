#include "render/assembler.h"

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

Assembler::Finished Assembler::finish(std::chrono::milliseconds tail) {
  append_silence(frames_of(tail, kEngineRate) - silence_at_end_);
  const TrackLoudness loudness = loudness_.finish(position_);
  writer_.set_loudness(loudness);
  return {writer_.finish(), loudness};
}

void Assembler::append_silence(Frames silence) {
  if (silence.count > 0) position_ += writer_.append_silence(silence);
}

}  // namespace aloud
