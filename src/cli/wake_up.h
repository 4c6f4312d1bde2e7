#pragma once

namespace aloud::cli {

/// A descriptor that becomes readable when somebody calls ring(), from any thread or a signal handler.
class WakeUp {
 public:
  WakeUp();
  ~WakeUp();
  WakeUp(const WakeUp&) = delete;
  WakeUp& operator=(const WakeUp&) = delete;

  void ring() const noexcept;
  void clear() const noexcept;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace aloud::cli
