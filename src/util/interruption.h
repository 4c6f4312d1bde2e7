#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include "util/unique_descriptor.h"

namespace aloud {

/// A stop token as something to wait for beside other descriptors.
class Interruption {
 public:
  /// On failure (no descriptor to be had) throws Error{synthesis}.
  explicit Interruption(std::stop_token token);
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// Readable from the moment on at which a stop is requested; -1 for a token that nobody can use.
  int descriptor() const { return event_.get(); }

  /// Throws Error{cancelled} if a stop was requested.
  void check() const;

 private:
  std::stop_token token_;
  UniqueDescriptor event_;
  std::optional<std::stop_callback<std::function<void()>>> on_stop_;  // last: it writes to the event
};

}  // namespace aloud
