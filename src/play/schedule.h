#pragma once

#include <cstddef>
#include <vector>

#include "audio/units.h"

namespace aloud {

/// How long an article takes, and what comes when: by the units that were made where they were, else by the length of their
/// text. Times are those of the voice's own speed, in seconds.
class Schedule {
 public:
  /// The next utterance: its silence, and how many bytes are said.
  void add(Frames pause, std::size_t bytes);
  void finish(Frames tail);

  /// An utterance's own length, silence included. A later one wins.
  void set_exact(std::size_t utterance, Frames length);
  /// One that was made at another speed, and so is nearly known.
  void set_estimate(std::size_t utterance, Frames length);

  bool is_exact(std::size_t utterance) const { return entries_[utterance].exact; }
  /// Whether the total is known to the frame.
  bool exact() const { return finished_ && unknown_ == 0; }
  /// Whether what is heard at `seconds` is known to the frame: not so behind the end.
  bool exact_until(double seconds) const;

  double start(std::size_t utterance) const;
  double total() const;
  /// The utterance that is heard at a time; the last one for a later time. Requires: there is one.
  std::size_t at(double seconds) const;

  std::size_t size() const { return entries_.size(); }
  /// The first utterance whose length is not known; size() if there is none.
  std::size_t first_unknown() const;

 private:
  struct Entry {
    Frames pause;
    std::size_t bytes = 0;
    double length = 0;  // frames
    bool exact = false, measured = false;
  };
  void settle() const;
  double estimate(const Entry& entry) const;

  std::vector<Entry> entries_;
  Frames tail_;
  bool finished_ = false;
  std::size_t unknown_ = 0;
  double known_speech_ = 0, known_bytes_ = 0;
  mutable std::vector<double> starts_;  // in frames, and the end; built when asked for
  mutable bool settled_ = false;
};

}  // namespace aloud
