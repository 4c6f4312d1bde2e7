#!/usr/bin/env bash
# thread_safety_test.sh SOURCE: what Clang accepts and refuses of the locks in src/util/mutex.h.
set -euo pipefail

source=$1
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
if ! command -v clang++ >/dev/null; then
  echo 'no clang++: not tested'
  exit 0
fi

# verdict STATEMENT: "held" or "refused", for a function that does that to a guarded number.
verdict() {
  cat >"$work/case.cpp" <<END
#include "util/mutex.h"
class Counter {
 public:
  void act() { $1 }
 private:
  void step() ALOUD_REQUIRES(mutex_) { ++number_; }
  aloud::Mutex mutex_;
  int number_ ALOUD_GUARDED_BY(mutex_) = 0;
};
void use(Counter& counter) { counter.act(); }
END
  if "$source/scripts/check-thread-safety.sh" "$work/case.cpp" >/dev/null 2>"$work/err"; then
    echo held
  elif grep -q 'thread-safety' "$work/err"; then
    echo refused
  else
    cat "$work/err"
  fi
}

failures=0
expect() {
  local got
  got=$(verdict "$2")
  if [[ $got != "$1" ]]; then
    printf 'FAILED: %s is %s, and should be %s\n' "$2" "$got" "$1"
    failures=$((failures + 1))
  fi
}

expect held 'const aloud::MutexLock lock(mutex_); ++number_; step();'
expect held 'if (mutex_.try_lock_briefly()) { ++number_; mutex_.unlock(); }'
expect held 'aloud::MutexLock lock(mutex_); lock.unlock(); lock.lock(); ++number_;'
expect refused '++number_;'
expect refused 'step();'
expect refused 'mutex_.try_lock_briefly(); ++number_; mutex_.unlock();'
expect refused 'aloud::MutexLock lock(mutex_); lock.unlock(); ++number_;'
expect refused 'mutex_.lock(); ++number_;'
exit "$failures"
