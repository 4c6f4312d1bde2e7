#pragma once

#include <chrono>

#include "audio/loudness.h"
#include "audio/take_codec.h"
#include "audio/units.h"

namespace aloud {

/// Lays takes end to end with the pauses that the script asks for, and knows where each came to lie.
///
/// A take brings silence of its own at both ends (its encoder needs it); that counts towards the pause. Where it is longer than
/// the pause asked for, the pause is what it is.
class Assembler {
 public:
  /// Requires: `writer` outlives the assembler.
  explicit Assembler(StreamWriter& writer) : writer_(writer) {}

  /// Appends a pause and a take. Returns the position of the take's first frame, at kEngineRate.
  Frames append(std::chrono::milliseconds pause_before, const EncodedTake& take);

  /// What a finished file is: its frames, at the writer's file_rate(), and how loud it is.
  struct Finished {
    Frames length;
    TrackLoudness loudness;
  };

  /// Appends the silence after the last take; then the file's last frame is known, at kEngineRate.
  Frames append_tail(std::chrono::milliseconds tail);

  /// Appends that silence, where append_tail() did not, writes the times of the chapters and the loudness into the tags, and
  /// closes the file.
  Finished finish(std::chrono::milliseconds tail, const std::vector<ChapterMark>& chapters = {});

  /// Frames laid so far, at kEngineRate.
  Frames position() const { return position_; }

 private:
  void append_silence(Frames silence);

  StreamWriter& writer_;
  LoudnessIntegrator loudness_;
  Frames position_;
  Frames silence_at_end_;  // lead-out of the last take
};

}  // namespace aloud
