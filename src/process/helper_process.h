#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "util/unique_descriptor.h"

namespace aloud {

/// How a process that works for this one is started.
enum class StartMethod {
  automatic,  ///< as a fork where this process has one thread, else by the helper program
  fork,       ///< as a copy of this process: a tenth of a millisecond. Only safe where it has one thread
  spawn,      ///< as the helper program (process/helper_program.h): some milliseconds, and safe at any time
};

/// What fork stands for in a process with so many threads, and spawn in one with more.
StartMethod method_for(StartMethod wanted);

/// Work for a process of its own. It is the same whether that process is a fork or the helper program: an entry point that
/// finds `descriptors` open, by which it is told all else, every other one closed, default signal handling, and nothing on its
/// standard streams.
struct HelperTask {
  std::string entry_point;       ///< its name, as the helper program knows it (process/entry_points.h)
  std::vector<int> descriptors;  ///< of this process, which keeps them; in the helper program they are 3, 4, …
  std::string program;           ///< the helper program; empty: helper_program()

  /// What a forked process does instead of looking its entry point up; it ends when this returns. Empty: it is looked up.
  std::function<void(std::span<const int> descriptors)> run_forked;
};

/// A process that was started for a task, in a process group of its own, so that a terminal's Ctrl-C reaches the caller alone.
/// It has to end by itself when its caller dies: by the end of file on a descriptor that the caller holds the other end of.
/// (The kernel's own signal for that is sent when the *thread* ends that started it.)
///
/// Signal handlers, the signal mask and the umask of this process stay as they are, and none of its descriptors is passed on
/// but those of the task. The end of the process raises SIGCHLD, as that of any child; a caller that collects all children, or
/// has set SIGCHLD aside, does no harm.
class HelperProcess {
 public:
  /// On failure (no process to be had, no helper program) throws Error{synthesis}. Requires: for StartMethod::fork, and where
  /// automatic comes to that, that no other thread runs.
  HelperProcess(const HelperTask& task, StartMethod method);
  ~HelperProcess();  ///< as end(), without patience
  HelperProcess(HelperProcess&& other) noexcept;
  HelperProcess& operator=(HelperProcess&&) = delete;

  pid_t pid() const { return pid_; }

  /// Waits until the process has ended by itself, and kills it when it takes longer than `patience`. Leaves no zombie.
  void end(std::chrono::milliseconds patience);

  /// How it ended, if it does within `patience`: "crashed (SIGABRT)", …; nothing as long as it runs, or where somebody else has
  /// collected it.
  std::optional<std::string> how_it_ended(std::chrono::milliseconds patience = {});

 private:
  bool ends_within(std::chrono::milliseconds patience) const;
  void collect();

  pid_t pid_ = -1;
  UniqueDescriptor process_;  // a pidfd: a number can be another process's by now
  bool gone_ = false;
  std::optional<std::string> how_it_ended_;
};

}  // namespace aloud
