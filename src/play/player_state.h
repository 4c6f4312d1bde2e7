#pragma once

#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "play/device_feed.h"
#include "play/player.h"
#include "util/mutex.h"
#include "util/wake_up.h"

namespace aloud {

/// What the callers of a player, its composer and its producer share, and its device's side. The order of locks is `mutex`, the
/// feed's, the playhead's; nothing is waited for with one of them held.
class PlayerState {
 public:
  PlayerState(PlayRequest asked, const SynthesizerFactory& engine)
      : request(std::move(asked)), factory(engine), feed(request.clock, [this] { wake_workers(); }), speed(request.speed) {}

  const PlayRequest request;
  const SynthesizerFactory& factory;

  // Rung when there may be something to do: by whoever changed something, and by the device's thread.
  const WakeUp composer_call, producer_call, saved_call;
  DeviceFeed feed;

  mutable Mutex mutex;

  std::shared_ptr<Track> track ALOUD_GUARDED_BY(mutex);                   // null while none is open
  std::deque<std::shared_ptr<Track>> to_compose ALOUD_GUARDED_BY(mutex);  // until the composer takes them
  std::size_t number ALOUD_GUARDED_BY(mutex) = 0;                         // of the article
  std::optional<std::size_t> wanted_article ALOUD_GUARDED_BY(mutex);
  Direction direction ALOUD_GUARDED_BY(mutex) = Direction::on;  // in which articles that cannot be played are passed by
  bool opening ALOUD_GUARDED_BY(mutex) = false;                 // one that is not `track` yet
  bool closing ALOUD_GUARDED_BY(mutex) = false, all_done ALOUD_GUARDED_BY(mutex) = false;

  std::exception_ptr failure ALOUD_GUARDED_BY(mutex);  // the first, which ends playing
  std::vector<std::string> problems ALOUD_GUARDED_BY(mutex);
  std::size_t failures ALOUD_GUARDED_BY(mutex) = 0;  // in articles that were closed

  bool finishing_saves ALOUD_GUARDED_BY(mutex) = false;  // nothing is played any more
  std::optional<std::vector<RenderOutcome>> saved ALOUD_GUARDED_BY(mutex);

  double speed ALOUD_GUARDED_BY(mutex);
  int volume ALOUD_GUARDED_BY(mutex) = 100;
  bool muted ALOUD_GUARDED_BY(mutex) = false, paused ALOUD_GUARDED_BY(mutex) = false;

  AudioSink* waiting_sink ALOUD_GUARDED_BY(mutex) = nullptr;  // attached, and not started yet
  AudioSource* source ALOUD_GUARDED_BY(mutex) = nullptr;      // for it

  /// Wakes all who may wait for what was changed. Blocks for nothing.
  void tell();
  void wake_workers() const;

  Position position() const ALOUD_REQUIRES(mutex) { return track->position(feed.heard()); }
  void jump(const std::optional<Target>& target) ALOUD_REQUIRES(mutex);
  void apply_settings() ALOUD_REQUIRES(mutex);

  /// Starts the device that waits for the first sample, if that is there.
  void start_device() ALOUD_REQUIRES(mutex);

  /// Ends playing with an error, unless one has ended it.
  void fail(std::exception_ptr error) ALOUD_EXCLUDES(mutex);

  /// On a thread that works ahead: before the first sound, waits until it is heard, but not for long.
  void leave_the_start_alone(const WakeUp& call) ALOUD_EXCLUDES(mutex);
  bool is_closing() const ALOUD_EXCLUDES(mutex);
};

}  // namespace aloud
