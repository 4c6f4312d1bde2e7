#include "cli/play_device.h"

#include "util/error.h"

namespace aloud::cli {

PlayDevice::PlayDevice(Player& player, const WakeUp& wake_up, std::string title)
    : player_(player), wake_up_(wake_up), title_(std::move(title)) {
  opening_ = std::thread([this] { open(); });
}

PlayDevice::~PlayDevice() { close(); }

void PlayDevice::open() {
  try {
    std::unique_ptr<AudioSink> sink = open_sound_device(title_);
    const std::lock_guard lock(mutex_);
    sink_ = std::move(sink);
    player_.attach(*sink_);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    failure_ = std::current_exception();
  }
  wake_up_.ring();
}

void PlayDevice::check() {
  std::unique_lock lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
  if (!sink_ || !sink_->lost()) return;
  lock.unlock();
  close();
  // Another one, if there is one: the desktop's new default, or the server that was started again.
  open();
  lock.lock();
  if (failure_)
    throw Error(ErrorKind::device, "the sound device has gone, and there is no other: 'aloud play --resume' goes on from here");
}

void PlayDevice::close() {
  if (opening_.joinable()) opening_.join();
  player_.detach();
  const std::lock_guard lock(mutex_);
  sink_.reset();
}

}  // namespace aloud::cli
