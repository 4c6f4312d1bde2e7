#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "play/shared_playhead.h"
#include "util/mutex.h"

namespace aloud {

/// Gives a device its samples, and counts them: from the playhead of the article that plays, and silence where it has nothing
/// to give. Everything may be called from any thread; pull() waits for no other.
class DeviceFeed {
 public:
  using Clock = std::chrono::steady_clock;

  /// `clock`: the one that the device runs by; empty: the machine's. `on_progress` is called on the device's thread when the
  /// playhead has moved on to another utterance, or ended. It must not block.
  DeviceFeed(std::function<Clock::time_point()> clock, std::function<void()> on_progress)
      : clock_(std::move(clock)), on_progress_(std::move(on_progress)) {}

  // On the device's thread.

  /// For a device that plays as time passes. Fills `out`, with silence where samples are late, or where others have the lock
  /// for unusually long; none is lost by that.
  void pull(std::span<std::int16_t> out) ALOUD_EXCLUDES(mutex_);
  /// For a device that takes all it can get, as a file does: waits for samples that are late.
  void pull_all(std::span<std::int16_t> out) ALOUD_EXCLUDES(mutex_);

  // On any other.

  /// A device is there, which holds back `latency` of what it was given.
  void connect(Frames latency) ALOUD_EXCLUDES(mutex_);
  /// From now on there is silence, and nothing waits.
  void disconnect() ALOUD_EXCLUDES(mutex_);
  /// Plays another article from now on.
  void play(std::shared_ptr<SharedPlayhead> playhead) ALOUD_EXCLUDES(mutex_);
  /// The playhead was sent elsewhere: the article is not over any more.
  void resume() ALOUD_EXCLUDES(mutex_);
  /// Nothing will come any more: pull_all() waits for nothing.
  void stop() ALOUD_EXCLUDES(mutex_);
  /// There is something new to play: pull_all() looks again.
  void notify() { changed_.notify_all(); }

  /// Frames that the device was given.
  Frames handed() const ALOUD_EXCLUDES(mutex_);
  /// Frames of the article that have been heard.
  Frames heard() const ALOUD_EXCLUDES(mutex_);
  /// Whether speech has been handed over, of any article.
  bool begun() const { return begun_; }
  /// Whether all of the article has been handed over; and heard.
  bool ended() const ALOUD_EXCLUDES(mutex_);
  bool heard_out() const ALOUD_EXCLUDES(mutex_);
  /// Whether there is a device, and the article is not over.
  bool is_playing() const ALOUD_EXCLUDES(mutex_);

 private:
  using State = Playhead::State;

  std::size_t advance(const std::optional<Playhead::Filled>& filled) ALOUD_REQUIRES(mutex_);
  bool has_samples() const ALOUD_REQUIRES(mutex_) { return playhead_ && connected_ && !stopped_ && !ended_; }
  void count_silence(std::size_t count) ALOUD_REQUIRES(mutex_);
  void finish_pull(std::span<std::int16_t> out, std::size_t done) ALOUD_REQUIRES(mutex_);
  Frames heard_locked() const ALOUD_REQUIRES(mutex_);
  Clock::time_point now() const { return clock_ ? clock_() : Clock::now(); }

  const std::function<Clock::time_point()> clock_;
  const std::function<void()> on_progress_;
  std::atomic<bool> begun_ = false;
  std::atomic<std::size_t> missed_ = 0;  // frames of silence that were given while another thread had the lock

  mutable Mutex mutex_;
  std::condition_variable_any changed_;  // for pull_all()
  std::shared_ptr<SharedPlayhead> playhead_ ALOUD_GUARDED_BY(mutex_);
  bool connected_ ALOUD_GUARDED_BY(mutex_) = false, stopped_ ALOUD_GUARDED_BY(mutex_) = false;
  Frames latency_ ALOUD_GUARDED_BY(mutex_);
  Frames handed_ ALOUD_GUARDED_BY(mutex_), article_begin_ ALOUD_GUARDED_BY(mutex_);
  Frames last_handed_ ALOUD_GUARDED_BY(mutex_);  // when the last pull began
  Clock::time_point last_pull_ ALOUD_GUARDED_BY(mutex_);
  std::optional<Frames> ended_ ALOUD_GUARDED_BY(mutex_);  // what was handed when all of the article had been
  std::size_t last_utterance_ ALOUD_GUARDED_BY(mutex_) = 0;
};

}  // namespace aloud
