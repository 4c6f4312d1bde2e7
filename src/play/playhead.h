#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "play/stretcher.h"
#include "play/unit.h"

namespace aloud {

/// A place in an article to go to.
struct Target {
  enum class Point {
    pause,      ///< the silence before the utterance
    speech,     ///< its first sound
    word,       ///< its word number `word`
    last_word,  ///< its last word
    time,       ///< `time` after the start of its silence, as spoken at speed 1
  };
  std::size_t utterance = 0;
  Point point = Point::speech;
  std::size_t word = 0;
  Frames time = {};
};

/// Where a target lies in its unit, in frames from the start of the silence.
Frames place_in(const Unit& unit, const Target& target);

/// What is heard.
struct Heard {
  std::size_t utterance = 0;
  Frames at;                    ///< in its unit, from the start of the pause
  std::optional<Target> ahead;  ///< where it is about to be, when a jump has not been heard yet
};

/// Where playing stands in one article: takes commands and units, and gives samples. Knows no threads, no clock and no device:
/// time passes when samples are taken.
///
/// Units played one after the other at their own speed, with the volume at 1, come out sample for sample as they are. Pausing
/// and jumping fade out and in within kFade, so that nothing clicks.
class Playhead {
 public:
  static constexpr Frames kFade{128};

  enum class State {
    playing,
    starved,  ///< the unit to be played is not there yet
    paused,
    ended,  ///< all of the article has been handed over
  };
  struct Filled {
    std::size_t frames = 0;
    State state = State::playing;  ///< why it was not more
  };

  // What there is to play. Utterances are announced in order; units come in any order, and may come again at another speed.

  /// Announces the next utterance, of sentence number `sentence`. Requires: !complete().
  void add_utterance(std::size_t sentence);
  /// No more utterances will come; `tail` is the silence after the last.
  void finish_script(Frames tail);
  bool complete() const { return tail_.has_value(); }
  std::size_t utterances() const { return sentences_.size(); }
  void set_unit(std::size_t utterance, std::shared_ptr<const Unit> unit) { units_[utterance] = std::move(unit); }
  const std::shared_ptr<const Unit>& unit(std::size_t utterance) const { return units_[utterance]; }
  std::size_t sentence(std::size_t utterance) const { return sentences_[utterance]; }

  // Commands.

  void jump(const Target& target);
  void set_paused(bool paused) { paused_ = paused; }
  void set_speed(double speed);                         ///< of what already sounds, too
  void set_volume(double volume) { volume_ = volume; }  ///< 0 – 1
  /// Plays the utterances from `first` to `last` over and over.
  void set_repeat(std::optional<std::pair<std::size_t, std::size_t>> range) { repeat_ = range; }

  bool paused() const { return paused_; }
  double speed() const { return speed_; }
  bool repeating() const { return repeat_.has_value(); }

  // The device.

  /// Moves the next samples to `out`.
  Filled fill(std::span<std::int16_t> out);
  /// The device was given silence of its own.
  void add_silence(std::size_t frames) { handed_ += Frames{static_cast<std::int64_t>(frames)}; }
  /// Everything the device was given so far.
  Frames handed() const { return handed_; }
  /// What is heard when the device has played `device` frames of what it was given.
  Heard heard(Frames device) const;
  /// The utterance that is handed over next.
  std::size_t next_utterance() const { return pending_ ? pending_->utterance : utterance_; }

 private:
  // A stretch of what the device was given, and where it came from.
  struct Trace {
    Frames device;
    std::int64_t count = 0;
    std::size_t utterance = 0;
    double at = 0, ratio = 1;
    std::uint64_t jumps = 0;
  };

  bool find_unit();
  bool arrive();
  std::size_t produce(std::span<std::int16_t> out);
  std::size_t copy(std::span<std::int16_t> out);
  std::size_t stretch(std::span<std::int16_t> out, double ratio);
  void apply_gain(std::span<std::int16_t> samples, double target);
  void trace(double at, double ratio, std::size_t count);
  void next_unit();
  bool unit_is_over() const;

  std::vector<std::size_t> sentences_;
  std::vector<std::shared_ptr<const Unit>> units_;
  std::optional<Frames> tail_;

  std::size_t utterance_ = 0;        // equal to their number: the tail
  std::shared_ptr<const Unit> now_;  // being played; null: to be found
  double at_ = 0;                    // in now_, of the next sample to come out
  std::optional<Stretcher> stretcher_;
  std::size_t fed_ = 0;  // samples of speech that the stretcher was given
  bool flushed_ = false;

  std::optional<Target> pending_;  // where to go once the fade is over, or the unit is there
  std::optional<Target> last_jump_;
  std::uint64_t jumps_ = 0, arrived_ = 0;  // asked for; the last whose place was reached
  bool paused_ = false;
  double speed_ = 1, volume_ = 1, gain_ = 1;
  std::optional<std::pair<std::size_t, std::size_t>> repeat_;

  Frames handed_;
  std::deque<Trace> traces_;
};

}  // namespace aloud
