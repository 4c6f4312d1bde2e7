#pragma once

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "play/caching_performer.h"
#include "play/player.h"
#include "util/job_count.h"

namespace aloud {

/// What a player's threads share: the caller's, the device's, the composer's and the producer's.
class Player::Impl {
 public:
  Impl(PlayRequest asked, const SynthesizerFactory& engine)
      : request(std::move(asked)),
        factory(engine),
        most_at_once((request.jobs == 0 ? usable_cores() : request.jobs) + 1),
        performer(engine, request.jobs, request.cache),
        reader(request.limits) {}

  // One lock for everything below. The device's thread holds it for the time of copying samples.
  mutable std::mutex mutex;
  std::condition_variable changed;

  PlayRequest request;
  const SynthesizerFactory& factory;
  const std::size_t most_at_once;

  std::shared_ptr<Track> track;  // null while none is open
  std::size_t number = 0;        // of the article
  std::optional<std::size_t> wanted_article;
  bool opening = false;                 // the article `number`
  Direction direction = Direction::on;  // in which articles that cannot be played are passed by
  bool closing = false, all_done = false;
  std::exception_ptr failure;
  std::vector<std::string> problems;
  std::size_t failures = 0;

  // The device.
  AudioSink* sink = nullptr;
  Frames latency;
  Frames handed, track_begin;  // frames that the device was given; and when the track began
  Frames last_handed;          // when the last pull began
  Clock::time_point last_pull;
  std::optional<Frames> ended;  // when all of the track had been handed over
  bool begun = false;

  double speed = 1;
  int volume = 100;
  bool muted = false;

  CachingPerformer performer;
  ArticleReader reader;  // of the producer's thread
  std::thread producer, composer;
  std::shared_ptr<Track> to_compose;
  std::vector<std::pair<VoiceParameters, Level>> levels;  // of the producer's thread alone

  // With the lock held.

  Clock::time_point now() const { return request.clock ? request.clock() : Clock::now(); }
  Frames heard_now() const {
    if (sink == nullptr) return handed - track_begin;
    const double since = std::chrono::duration<double>(now() - last_pull).count();
    const Frames passed{std::llround(std::min(since, 10.0) * static_cast<double>(kEngineRate.hertz))};
    return std::min(last_handed - latency + passed, handed) - track_begin;
  }
  Position position() const { return track->position(heard_now()); }

  void jump(const std::optional<Target>& target) {
    if (!target || !track || track->held()) return;
    track->playhead.set_repeat(std::nullopt);
    track->playhead.jump(*target);
    ended.reset();
  }

  void apply_settings() {
    if (!track) return;
    track->playhead.set_speed(speed);
    track->playhead.set_volume(muted ? 0 : volume / 100.0);
  }

  void tell() {
    changed.notify_all();
    if (request.on_change) request.on_change();
  }

  // On the producer's thread.

  void produce();
  void open(std::size_t index);
  Level level(const VoiceParameters& voice, const LoudnessTarget& target);

  bool make_some(std::unique_lock<std::mutex>& lock);
  void make(std::unique_lock<std::mutex>& lock, const std::vector<std::size_t>& which, Keep keep);
  void give_up_article(const std::string& why);

  // On the composer's thread.

  void compose_all();
  void compose_track(const std::shared_ptr<Track>& into);

  // On either: before the first sound, waits until it is heard.
  void leave_the_start_alone(std::unique_lock<std::mutex>& lock);
};

}  // namespace aloud
