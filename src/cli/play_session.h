#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "cli/play_device.h"
#include "cli/terminal.h"
#include "play/folded_text.h"
#include "play/keys.h"
#include "play/mpris.h"
#include "play/positions.h"
#include "play/screen.h"

namespace aloud::cli {

/// A listener in front of a player: keys in, text out, until the last article is over or somebody has had enough.
class PlaySession {
 public:
  struct Parts {
    Player& player;
    PlayDevice& device;
    const WakeUp& wake_up;
    SignalQueue& signals;
    const PositionStore& positions;
    Terminal* terminal;  ///< null: only sound
    std::size_t articles;
  };
  /// `stop_after`: from the first sound on, with the place remembered; 0: play to the end.
  PlaySession(Parts parts, Highlight highlight, StatusColour colour, std::chrono::seconds stop_after = {})
      : parts_(parts), screen_(highlight, colour), stop_after_(stop_after) {}

  /// Returns the exit code. Ends the process by the signal that ends it. On failure throws Error, with the terminal as it was
  /// found, and the place remembered.
  int run();

 private:
  void listen();
  bool turn();
  void wait();
  void obey_signals();
  void stop(int signal);
  void read_keys();
  void press(const Key& key);
  void obey(PlayCommand command);
  void go_to_tenth(const Key& key);
  void mark_loop(PlayCommand command);
  void look_at_clock(const View& view);
  static std::string information(const View& view);
  void type(const Key& key);
  void search();
  void draw();
  void leave_screen();
  void report_problems();
  int finish_saves();
  void remember();
  void note(std::string text);
  void serve_bus();

  Parts parts_;
  Screen screen_;
  KeyDecoder decoder_;
  bool help_ = false;
  std::atomic<bool> quit_ = false;    // set by the bus, too
  std::optional<std::string> typed_;  // while a search is typed
  std::string query_;
  std::string note_;
  std::chrono::steady_clock::time_point note_until_;
  std::optional<double> loop_begin_, loop_end_;  // seconds, in looped_
  std::shared_ptr<const Article> looped_;
  std::chrono::seconds stop_after_;
  std::optional<std::chrono::steady_clock::time_point> stop_at_;
  std::shared_ptr<const Article> searched_;
  std::optional<FoldedText> folded_;  // of searched_
  int code_ = 0;
  std::unique_ptr<MprisServer> bus_;  // last: it calls the player, and sets quit_
};

}  // namespace aloud::cli
