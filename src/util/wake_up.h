#pragma once

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
  int descriptor() const { return descriptor_.get(); }

 private:
  UniqueDescriptor descriptor_;
};

}  // namespace aloud
