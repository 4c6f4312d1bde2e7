#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "support/process.h"
#include "support/temporary_directory.h"

namespace aloud::test {

/// Tries again until `condition` holds; false after a time in which anything should have happened on the busiest machine.
template <class Condition>
bool comes_true(const Condition& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(40);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

/// False where nobody can have a terminal, as in a bare chroot without /dev/pts.
inline bool has_pseudo_terminals() {
  const int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0) return false;
  const bool has = grantpt(master) == 0 && unlockpt(master) == 0 && access(ptsname(master), R_OK | W_OK) == 0;
  close(master);
  return has;
}

/// A terminal of 60 columns and 16 rows with a shell in it: tmux, on a socket of its own.
class TerminalSession {
 public:
  explicit TerminalSession(const std::vector<std::string>& environment) {
    std::vector<std::string> command = {"new-session", "-d", "-x", "60", "-y", "16", "env"};
    command.insert(command.end(), environment.begin(), environment.end());
    command.insert(command.end(), {"PS1=ready$ ", "TERM=screen", "bash", "--norc", "--noprofile"});
    started_ = tmux(command).status == 0 && comes_true([&] { return screen().find("ready$") != std::string::npos; });
  }
  ~TerminalSession() { tmux({"kill-server"}); }
  TerminalSession(const TerminalSession&) = delete;
  TerminalSession& operator=(const TerminalSession&) = delete;

  bool started() const { return started_; }

  /// Types a line into the shell.
  void type(const std::string& line) { tmux({"send-keys", "-l", line}), tmux({"send-keys", "Enter"}); }
  /// Presses keys, by tmux's names: "Space", "Right", "S-Left", "C-c".
  void press(const std::string& key) { tmux({"send-keys", key}); }
  void resize(int columns, int rows) { tmux({"resize-window", "-x", std::to_string(columns), "-y", std::to_string(rows)}); }

  /// What stands on the screen, and above it in the scrollback.
  std::string screen() { return tmux({"capture-pane", "-p", "-S", "-500"}).out; }
  /// What stands on the screen alone.
  std::string visible() { return tmux({"capture-pane", "-p"}).out; }
  /// With the sequences that mark text.
  std::string marked_screen() { return tmux({"capture-pane", "-p", "-e"}).out; }

  bool shows(const std::string& text) {
    return comes_true([&] { return screen().find(text) != std::string::npos; });
  }

 private:
  Outcome tmux(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"tmux", "-S", directory_ / "socket", "-f", "/dev/null"});
    return run(arguments);
  }

  TemporaryDirectory directory_;
  bool started_ = false;
};

}  // namespace aloud::test
