#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "play/article.h"
#include "play/schedule.h"
#include "play/shared_playhead.h"
#include "script/script.h"

namespace aloud {

// Where playing is to begin.
struct FromBeginning {};
struct FromSentence {
  std::size_t sentence = 0;  ///< from 0
};
struct FromTime {
  double seconds = 0;
};
struct FromSource {
  std::size_t offset = 0;  ///< in the decoded source
};
using Start = std::variant<FromBeginning, FromSentence, FromTime, FromSource>;

/// Where a listener is in an article.
struct Position {
  std::size_t utterance = 0;
  std::optional<std::size_t> word;
  double seconds = 0;   ///< since the article's start, at its own speed
  bool silent = false;  ///< in the pause before the utterance, of which nothing has been heard yet
};

/// An article while it is played: its script as far as it is composed, its units as far as they are made, and where playing
/// stands. Knows no threads: of all it has, only the playhead may be used from several at once.
class Track {
 public:
  Track(std::shared_ptr<const Article> article, Start start);

  const Article& article() const { return *article_; }
  const std::shared_ptr<const Article>& shared_article() const { return article_; }

  // The script, as it is composed.
  void add(Utterance utterance);
  /// On failure (the start lies behind the end) throws Error{usage}.
  void finish(std::chrono::milliseconds tail);
  const std::deque<Utterance>& script() const { return script_; }
  /// The silence after the last utterance, once all is composed.
  const std::optional<std::chrono::milliseconds>& tail() const { return tail_; }
  bool complete() const { return playhead->complete(); }

  // The units, as they are made.

  /// What to make next, at most `most`, most urgent first: what is played next, `ahead` seconds of it; nothing if all is there.
  std::vector<std::size_t> wanted(std::size_t most, double ahead) const;
  /// What has to be heard only to know how long it lasts.
  std::vector<std::size_t> unmeasured(std::size_t most) const;
  void set_unit(std::size_t utterance, Unit unit);
  /// The rate at which an utterance is to be spoken, and the speed that this comes to: rates are whole numbers within bounds.
  std::pair<int, double> rate_of(std::size_t utterance) const;

  /// Nothing may be played before it is known where to begin.
  bool held() const { return !std::holds_alternative<FromBeginning>(start_); }

  /// Where the listener is when the device has played `device` frames of this track. A jump counts as heard at once.
  Position position(Frames device) const;

  /// How long the article lasts, in seconds; while it is being composed, judged by the part that is.
  double total() const;

  /// Frames of sound held, and a way to have fewer: lets go of what is far from the head.
  std::size_t held_frames() const { return held_frames_; }
  void let_go();

  const std::shared_ptr<SharedPlayhead> playhead = std::make_shared<SharedPlayhead>();
  Schedule schedule;
  std::size_t failures = 0;  ///< utterances that could not be spoken
  bool recorded = false;     ///< all of it is needed, whatever is played

 private:
  void try_to_start();
  void start_at(const Target& target);
  void require_time_within() const;

  std::shared_ptr<const Article> article_;
  std::deque<Utterance> script_;
  std::optional<std::chrono::milliseconds> tail_;
  Start start_;
  std::optional<Target> start_behind_;  // FromSource: the first utterance behind the offset
  std::size_t held_frames_ = 0;
};

}  // namespace aloud
