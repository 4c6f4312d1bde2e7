#pragma once

#include <mutex>
#include <thread>

#include "util/thread_annotations.h"

namespace aloud {

/// A std::mutex that Clang knows as a lock.
class ALOUD_CAPABILITY("mutex") Mutex {
 public:
  void lock() ALOUD_ACQUIRE() { mutex_.lock(); }
  void unlock() ALOUD_RELEASE() { mutex_.unlock(); }
  bool try_lock() ALOUD_TRY_ACQUIRE(true) { return mutex_.try_lock(); }

  /// For threads that must not wait for others: asks for the lock some hundred times, which is longer than anything is done
  /// with a lock of this kind and shorter than a millisecond, and gives up then.
  bool try_lock_briefly() ALOUD_TRY_ACQUIRE(true) {
    constexpr int kMostTries = 200;
    for (int tries = 0; tries < kMostTries; ++tries) {
      if (mutex_.try_lock()) return true;
      std::this_thread::yield();
    }
    return false;
  }

 private:
  std::mutex mutex_;
};

/// Holds a Mutex to the end of its scope, but for stretches between unlock() and lock().
class ALOUD_SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) ALOUD_ACQUIRE(mutex) : lock_(mutex) {}
  ~MutexLock() ALOUD_RELEASE() = default;
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

  void unlock() ALOUD_RELEASE() { lock_.unlock(); }
  void lock() ALOUD_ACQUIRE() { lock_.lock(); }

 private:
  std::unique_lock<Mutex> lock_;
};

}  // namespace aloud
