#pragma once

#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "play/player.h"
#include "util/wake_up.h"

namespace aloud::cli {

/// The sound device that a player plays on. It is opened on a thread of its own, while the first sentence is being made, and
/// opened once more when it goes away.
class PlayDevice {
 public:
  /// Requires: both outlive this.
  PlayDevice(Player& player, const WakeUp& wake_up, std::string title);
  ~PlayDevice();
  PlayDevice(const PlayDevice&) = delete;
  PlayDevice& operator=(const PlayDevice&) = delete;

  /// Looks after the device. On failure (there is none, or it has gone and there is no other) throws Error{device}.
  void check();

  void close();

 private:
  void open();

  Player& player_;
  const WakeUp& wake_up_;
  std::string title_;
  std::mutex mutex_;
  std::unique_ptr<AudioSink> sink_;
  std::exception_ptr failure_;
  std::thread opening_;
};

}  // namespace aloud::cli
