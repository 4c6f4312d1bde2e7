#pragma once

#include <termios.h>

#include <memory>
#include <string_view>
#include <vector>

#include "cli/progress.h"
#include "util/wake_up.h"

namespace aloud::cli {

/// The terminal on standard output, with its keys: they come one by one, and are not shown. Whatever ends the program, the
/// terminal is left as it was found.
class Terminal {
 public:
  /// Null where there is none: standard output is no terminal, or one that cannot move its cursor (TERM is unset or "dumb"), or
  /// has no keys to read (standard input, else /dev/tty).
  static std::unique_ptr<Terminal> open(const Environment& environment);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Takes keys one by one; and gives the terminal back. Both may be called again.
  void enter();
  void leave();

  /// Whether this process is the one that the terminal is for.
  bool in_foreground() const;

  int keys() const { return keys_; }
  std::string read_keys() const;
  void write(std::string_view text) const;
  std::size_t columns() const;
  std::size_t rows() const;

 private:
  Terminal(int keys, UniqueDescriptor own);

  int keys_;
  UniqueDescriptor own_;  // of keys_, unless they are standard input
  bool entered_ = false;
  termios before_{};
};

/// SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT and SIGWINCH as something to wait for. Those that the caller has ignored stay so.
class SignalQueue {
 public:
  /// `wake_up` is rung for each, and must outlive this.
  explicit SignalQueue(const WakeUp& wake_up);
  ~SignalQueue();  ///< as stop()
  SignalQueue(const SignalQueue&) = delete;
  SignalQueue& operator=(const SignalQueue&) = delete;

  /// From now on they do what they do by default.
  void stop();

  /// Those that came since the last call.
  static std::vector<int> take();

  /// Lets a signal do by default what it does: end the process, or stop it until it is continued.
  void do_default(int signal);

 private:
  void watch(int signal);
};

}  // namespace aloud::cli
