#pragma once

#include <functional>
#include <memory>

#include "play/player.h"

namespace aloud {

/// Lets desktops and media keys steer a player: MPRIS 2.2 on the session bus, as org.mpris.MediaPlayer2.aloud (with
/// ".instancePID" behind it, if that is taken). Runs on a thread of its own; where there is no session bus, or no libsystemd to
/// talk to it with, it does nothing, and says nothing.
class MprisServer {
 public:
  /// Requires: `player` outlives this. `on_quit` is called on another thread when somebody asks the player to end.
  MprisServer(Player& player, std::size_t articles, std::function<void()> on_quit);
  ~MprisServer();
  MprisServer(const MprisServer&) = delete;
  MprisServer& operator=(const MprisServer&) = delete;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace aloud
