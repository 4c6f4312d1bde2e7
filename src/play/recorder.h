#pragma once

#include <deque>
#include <map>
#include <memory>
#include <vector>

#include "audio/take_codec.h"
#include "play/track.h"
#include "render/production.h"

namespace aloud {

/// The file of an article that is played: takes what is made for the listener, in whatever order, names what is missing, and
/// writes what render() would write, by the same means. Belongs to one thread.
class Recorder {
 public:
  /// Opens the file. What goes wrong with it, now or later, is told by outcome(). Requires: `factory` outlives this.
  Recorder(const Article& article, RenderRequest request, const SynthesizerFactory& factory);

  /// The next utterance of the article's script; and the silence after the last one.
  void add(const Utterance& utterance);
  void end_script(std::chrono::milliseconds tail);
  std::size_t utterances() const { return added_; }

  /// What to make next, at most `most`: at the voice's own rate, at the level of the file.
  std::vector<Utterance> wanted(std::size_t most) const;

  /// A take that was made, in the format wav. One that is not for this file (spoken at another rate) is passed over.
  void offer(const Utterance& utterance, const Take& take);

  /// Whether the file is done, or has failed: outcome() says which.
  bool over() const { return outcome_.has_value(); }
  const std::optional<RenderOutcome>& outcome() const { return outcome_; }

 private:
  Take encoded(const Take& take);
  void place_ready();

  AudioFormat format_;
  Quality quality_;
  std::unique_ptr<TakeEncoder> encoder_;
  std::deque<Utterance> waiting_;     // for their takes, in order
  std::map<std::size_t, Take> made_;  // by index, ahead of the first that waits
  std::size_t added_ = 0, held_bytes_ = 0;
  std::optional<RenderOutcome> outcome_;
  Production production_;
};

}  // namespace aloud
