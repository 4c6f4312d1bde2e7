#include "play/device_feed.h"

#include <algorithm>
#include <cmath>

namespace aloud {
namespace {

/// How long a device that waits for samples waits before it looks again; and for a pause or the end to be over.
constexpr auto kLateSamples = std::chrono::milliseconds(1000), kSilence = std::chrono::milliseconds(20);

/// Time that a device that does not pull is taken to play for, in seconds.
constexpr double kMostPassed = 10;

Frames frames(std::size_t count) { return Frames{static_cast<std::int64_t>(count)}; }

void fill_with_silence(std::span<std::int16_t> out) { std::fill(out.begin(), out.end(), std::int16_t{0}); }

}  // namespace

void DeviceFeed::pull(std::span<std::int16_t> out) {
  if (!mutex_.try_lock_briefly()) {
    missed_ += out.size();
    return fill_with_silence(out);
  }
  count_silence(missed_.exchange(0));
  std::size_t done = 0;
  while (has_samples() && done < out.size()) {
    const std::optional<Playhead::Filled> filled = playhead_->try_fill(out.subspan(done));
    done += advance(filled);
    if (!filled || filled->state != State::playing) break;
  }
  finish_pull(out, done);
  mutex_.unlock();
}

void DeviceFeed::pull_all(std::span<std::int16_t> out) {
  MutexLock lock(mutex_);
  std::size_t done = 0;
  while (done < out.size() && connected_) {
    Playhead::Filled filled{0, State::starved};
    if (has_samples()) {
      filled = playhead_->fill(out.subspan(done));
      done += advance(filled);
    }
    if (filled.state == State::playing) continue;
    const bool silent = filled.state != State::starved || ended_ || stopped_;
    if (silent && done > 0) break;
    // Nothing to give yet: wait for it, and for a pause, or the end, to be over too.
    if (changed_.wait_for(lock, silent ? kSilence : kLateSamples) == std::cv_status::timeout && silent) break;
  }
  finish_pull(out, done);
}

std::size_t DeviceFeed::advance(const std::optional<Playhead::Filled>& filled) {
  if (!filled) return 0;
  handed_ += frames(filled->frames);
  const bool first = filled->frames > 0 && !begun_.exchange(true);
  if (filled->state == State::ended) ended_ = handed_;
  const std::size_t utterance = playhead_->next_utterance();
  if (first || ended_ || std::exchange(last_utterance_, utterance) != utterance) on_progress_();
  return filled->frames;
}

void DeviceFeed::finish_pull(std::span<std::int16_t> out, std::size_t done) {
  fill_with_silence(out.subspan(done));
  last_handed_ = handed_ - frames(done);
  count_silence(out.size() - done);
  last_pull_ = now();
}

void DeviceFeed::count_silence(std::size_t count) {
  if (playhead_) playhead_->add_silence(count);
  handed_ += frames(count);
}

void DeviceFeed::connect(Frames latency) {
  const MutexLock lock(mutex_);
  connected_ = true;
  latency_ = latency;
  last_pull_ = now();
  last_handed_ = handed_;
}

void DeviceFeed::disconnect() {
  const MutexLock lock(mutex_);
  connected_ = false;
  changed_.notify_all();
}

void DeviceFeed::play(std::shared_ptr<SharedPlayhead> playhead) {
  MutexLock lock(mutex_);
  count_silence(missed_.exchange(0));
  std::swap(playhead_, playhead);  // the old one is freed without the lock
  article_begin_ = handed_;
  ended_.reset();
  lock.unlock();
  changed_.notify_all();
}

void DeviceFeed::resume() {
  const MutexLock lock(mutex_);
  ended_.reset();
}

void DeviceFeed::stop() {
  const MutexLock lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

Frames DeviceFeed::handed() const {
  const MutexLock lock(mutex_);
  return handed_;
}

Frames DeviceFeed::heard() const {
  const MutexLock lock(mutex_);
  return heard_locked();
}

Frames DeviceFeed::heard_locked() const {
  if (!connected_) return handed_ - article_begin_;
  const double since = std::min(std::chrono::duration<double>(now() - last_pull_).count(), kMostPassed);
  const Frames passed{std::llround(since * static_cast<double>(kEngineRate.hertz))};
  return std::min(last_handed_ - latency_ + passed, handed_) - article_begin_;
}

bool DeviceFeed::ended() const {
  const MutexLock lock(mutex_);
  return ended_.has_value();
}

bool DeviceFeed::heard_out() const {
  const MutexLock lock(mutex_);
  return ended_ && heard_locked() + article_begin_ >= *ended_;
}

bool DeviceFeed::is_playing() const {
  const MutexLock lock(mutex_);
  return playhead_ && connected_ && !ended_;
}

}  // namespace aloud
