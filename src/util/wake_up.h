#pragma once

#include <chrono>

#include "util/unique_descriptor.h"

namespace aloud {

/// A descriptor that becomes readable when somebody calls ring(), from any thread or a signal handler.
class WakeUp {
 public:
  /// On failure (no descriptor is left) throws Error{output}.
  WakeUp();
  WakeUp(const WakeUp&) = delete;
  WakeUp& operator=(const WakeUp&) = delete;

  void ring() const noexcept;
  void clear() const noexcept;

  /// Waits until it is rung, or until `limit` is over (-1: never), and clears it.
  void wait(std::chrono::milliseconds limit = std::chrono::milliseconds(-1)) const noexcept;
  int descriptor() const { return descriptor_.get(); }

 private:
  UniqueDescriptor descriptor_;
};

}  // namespace aloud
