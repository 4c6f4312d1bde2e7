#include "play/shared_playhead.h"

namespace aloud {

void SharedPlayhead::add_utterance(std::size_t sentence) {
  const MutexLock lock(mutex_);
  playhead_.add_utterance(sentence);
}

void SharedPlayhead::finish_script(Frames tail) {
  const MutexLock lock(mutex_);
  playhead_.finish_script(tail);
}

bool SharedPlayhead::complete() const {
  const MutexLock lock(mutex_);
  return playhead_.complete();
}

// What it replaces is freed when the lock is free again.
void SharedPlayhead::set_unit(std::size_t utterance, std::shared_ptr<const Unit> unit) {
  const std::shared_ptr<const Unit> old = this->unit(utterance);
  const MutexLock lock(mutex_);
  playhead_.set_unit(utterance, std::move(unit));
}

std::shared_ptr<const Unit> SharedPlayhead::unit(std::size_t utterance) const {
  const MutexLock lock(mutex_);
  return playhead_.unit(utterance);
}

void SharedPlayhead::jump(const Target& target) {
  const MutexLock lock(mutex_);
  playhead_.jump(target);
  next_utterance_ = playhead_.next_utterance();
}

void SharedPlayhead::set_paused(bool paused) {
  const MutexLock lock(mutex_);
  playhead_.set_paused(paused);
}

void SharedPlayhead::set_speed(double speed) {
  const MutexLock lock(mutex_);
  playhead_.set_speed(speed);
}

void SharedPlayhead::set_volume(double volume) {
  const MutexLock lock(mutex_);
  playhead_.set_volume(volume);
}

void SharedPlayhead::set_repeat(std::optional<std::pair<std::size_t, std::size_t>> range) {
  const MutexLock lock(mutex_);
  playhead_.set_repeat(range);
}

bool SharedPlayhead::paused() const {
  const MutexLock lock(mutex_);
  return playhead_.paused();
}

double SharedPlayhead::speed() const {
  const MutexLock lock(mutex_);
  return playhead_.speed();
}

bool SharedPlayhead::repeating() const {
  const MutexLock lock(mutex_);
  return playhead_.repeating();
}

Playhead::Filled SharedPlayhead::fill(std::span<std::int16_t> out) {
  const MutexLock lock(mutex_);
  return fill_locked(out);
}

std::optional<Playhead::Filled> SharedPlayhead::try_fill(std::span<std::int16_t> out) {
  if (!mutex_.try_lock_briefly()) return std::nullopt;
  const Playhead::Filled filled = fill_locked(out);
  mutex_.unlock();
  return filled;
}

Playhead::Filled SharedPlayhead::fill_locked(std::span<std::int16_t> out) {
  count_silence();
  if (held_) return {0, Playhead::State::starved};
  const Playhead::Filled filled = playhead_.fill(out);
  next_utterance_ = playhead_.next_utterance();
  return filled;
}

void SharedPlayhead::count_silence() const { playhead_.add_silence(silence_.exchange(0)); }

Heard SharedPlayhead::heard(Frames device) const {
  const MutexLock lock(mutex_);
  count_silence();
  return playhead_.heard(device);
}

}  // namespace aloud
