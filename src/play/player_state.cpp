#include "play/player_state.h"

namespace aloud {
namespace {

/// What comes before the first sound is made alone, so that nothing takes a processor from it. No longer than this, since a
/// device may take its time.
constexpr auto kPatience = std::chrono::milliseconds(100);

}  // namespace

void PlayerState::tell() {
  wake_workers();
  feed.notify();
  if (request.on_change) request.on_change();
}

void PlayerState::wake_workers() const {
  composer_call.ring();
  producer_call.ring();
}

void PlayerState::jump(const std::optional<Target>& target) {
  if (!target || !track || track->held()) return;
  track->playhead->set_repeat(std::nullopt);
  track->playhead->jump(*target);
  feed.resume();
}

void PlayerState::apply_settings() {
  if (!track) return;
  track->playhead->set_speed(speed);
  track->playhead->set_volume(muted ? 0 : volume / 100.0);
  track->playhead->set_paused(paused);
}

void PlayerState::start_device() {
  if (waiting_sink == nullptr) return;
  const bool there = track && !track->held() && track->playhead->next_utterance() < track->script().size() &&
                     track->playhead->unit(track->playhead->next_utterance()) != nullptr;
  if (there || feed.begun() || !waiting_sink->is_paced()) std::exchange(waiting_sink, nullptr)->start(*source);
}

void PlayerState::fail(std::exception_ptr error) {
  {
    const MutexLock lock(mutex);
    if (!failure) failure = std::move(error);
  }
  feed.stop();
  tell();
}

void PlayerState::leave_the_start_alone(const WakeUp& call) {
  const auto deadline = DeviceFeed::Clock::now() + kPatience;
  while (!feed.begun() && !is_closing()) {
    const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - DeviceFeed::Clock::now());
    if (rest.count() <= 0) return;
    call.wait(rest);
  }
}

bool PlayerState::is_closing() const {
  const MutexLock lock(mutex);
  return closing;
}

}  // namespace aloud
