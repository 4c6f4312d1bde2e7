#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "process/performer.h"
#include "script/script.h"
#include "timeline/timeline.h"

namespace aloud {

/// Writes down what is heard when: gathers the utterances of a sentence into one entry of the timeline, with written and
/// spoken text, and hands it to the writers.
class TimelineBuilder {
 public:
  /// Requires: `document` outlives the builder. `rate` is the file's.
  TimelineBuilder(const Document& document, SampleRate rate, std::vector<std::unique_ptr<TimelineWriter>> writers);

  /// `position`: of the take's first frame, at kEngineRate.
  void add(const Utterance& utterance, const Take& take, Frames position);

  /// A clip instead of an utterance.
  void add_clip(const Utterance& utterance, const Take& take, Frames position);

  void finish(const TimelineEnd& end);

  std::size_t sentences() const { return sentences_; }

 private:
  TimelineSentence begin_sentence(const Utterance& utterance, const Take& take, Frames position) const;
  void flush();
  Frames in_file(Frames engine_frames) const { return rescale(engine_frames, kEngineRate, rate_); }
  std::string written(ByteRange decoded) const;

  const Document& document_;
  SampleRate rate_;
  std::vector<std::unique_ptr<TimelineWriter>> writers_;
  std::optional<TimelineSentence> open_;
  ByteRange open_source_;  // of open_, in the decoded source
  std::size_t sentences_ = 0;
};

}  // namespace aloud
