#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "play/playhead.h"
#include "util/mutex.h"

namespace aloud {

/// A Playhead that a device's thread fills from while others command it. Each function holds its lock for as long as it takes
/// to move a pointer or copy samples; try_fill() alone does not wait for it.
class SharedPlayhead {
 public:
  // What there is to play (Playhead).
  void add_utterance(std::size_t sentence);
  void finish_script(Frames tail);
  bool complete() const;
  void set_unit(std::size_t utterance, std::shared_ptr<const Unit> unit);
  std::shared_ptr<const Unit> unit(std::size_t utterance) const;

  // Commands (Playhead).
  void jump(const Target& target);
  void set_paused(bool paused);
  void set_speed(double speed);
  void set_volume(double volume);
  void set_repeat(std::optional<std::pair<std::size_t, std::size_t>> range);
  bool paused() const;
  double speed() const;
  bool repeating() const;

  /// While it is held back, filling gives nothing: it is not known yet where to begin.
  void hold_back(bool held) { held_ = held; }

  // The device.

  /// Moves the next samples to `out`.
  Playhead::Filled fill(std::span<std::int16_t> out);
  /// The same on a thread that must not wait; nullopt while another thread has the lock.
  std::optional<Playhead::Filled> try_fill(std::span<std::int16_t> out);
  /// The device was given silence of its own. Waits for nothing.
  void add_silence(std::size_t frames) { silence_ += frames; }
  Heard heard(Frames device) const;
  /// Waits for nothing.
  std::size_t next_utterance() const { return next_utterance_; }

  /// Holds the lock while `action` runs, as an operation that takes long would: for tests.
  template <typename Action>
  void while_locked(const Action& action) {
    const MutexLock lock(mutex_);
    action();
  }

 private:
  Playhead::Filled fill_locked(std::span<std::int16_t> out) ALOUD_REQUIRES(mutex_);
  void count_silence() const ALOUD_REQUIRES(mutex_);

  mutable Mutex mutex_;
  mutable Playhead playhead_ ALOUD_GUARDED_BY(mutex_);
  mutable std::atomic<std::size_t> silence_ = 0;  // given, and not yet counted by the playhead
  std::atomic<bool> held_ = false;
  std::atomic<std::size_t> next_utterance_ = 0;  // of playhead_
};

}  // namespace aloud
