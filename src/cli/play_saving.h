#pragma once

#include <sys/types.h>

#include "cli/arguments.h"

namespace aloud::cli {

/// `play --save`: a process of its own renders the articles, as `aloud render` does, while they are played. Without --save it
/// does nothing.
class Saving {
 public:
  /// Forks. Reads standard input, where it is an article, so that both can have it. Requires: the process has one thread.
  /// On failure (an impossible output) throws Error.
  explicit Saving(const PlayArguments& arguments);
  ~Saving();  ///< gives up what is not finished
  Saving(const Saving&) = delete;
  Saving& operator=(const Saving&) = delete;

  /// Lets the rendering begin: the first sound comes first.
  void begin();

  /// Ends the rendering where it stands: no file appears.
  void give_up();

  /// Waits for the end, and returns the exit code of the rendering.
  int finish();

 private:
  pid_t child_ = -1;
  int go_ = -1;
};

}  // namespace aloud::cli
