#pragma once

#include <thread>

#include "play/player_state.h"

namespace aloud {

/// Composes the articles that are opened, ahead of what is heard.
class ComposerThread {
 public:
  explicit ComposerThread(PlayerState& state) : state_(state) {}
  /// Requires: the player is closing.
  ~ComposerThread();
  ComposerThread(const ComposerThread&) = delete;
  ComposerThread& operator=(const ComposerThread&) = delete;

  void start();

 private:
  void run();
  std::shared_ptr<Track> next_track();
  void compose_track(const std::shared_ptr<Track>& into);
  void add(const std::shared_ptr<Track>& into, Utterance utterance);

  PlayerState& state_;
  std::thread thread_;
};

}  // namespace aloud
