#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "audio/units.h"
#include "timeline/cue_tokens.h"
#include "timeline/timeline.h"

namespace aloud {

/// A line of a subtitle as subtitlers set it: what the eye takes in at a glance.
inline constexpr std::size_t kCueColumns = 42;
inline constexpr std::size_t kCueLines = 2;

using CueLine = std::vector<CueToken>;

/// What stands on the screen from `begin` to just before `end`.
struct Cue {
  std::chrono::milliseconds begin{0}, end{0};
  std::vector<CueLine> lines;  ///< at most kCueLines of at most kCueColumns columns, none empty
};

/// Cuts sentences into cues: at the ends of clauses where that leaves no cue nearly empty, else between words. Cues come in
/// order, never overlap, and last at least a millisecond; within a sentence one follows the other without a gap.
///
/// A sentence that sounds for less than a millisecond (because it failed, say) has no cue: there is no time to show it in.
/// One with fewer milliseconds than cues is one cue with as many lines as it takes: no text is lost.
class CueMaker {
 public:
  explicit CueMaker(SampleRate rate) : rate_(rate) {}

  std::vector<Cue> cues_of(const TimelineSentence& sentence);

 private:
  SampleRate rate_;
  std::chrono::milliseconds last_end_{0};
};

/// Columns that tokens [0, size) take on one line.
std::size_t width_of(const CueLine& line);

}  // namespace aloud
