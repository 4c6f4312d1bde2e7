#include "util/poll_for.h"

#include <algorithm>
#include <cerrno>

#include "util/monotonic_clock.h"

namespace aloud {

int poll_for(std::span<pollfd> watched, std::chrono::milliseconds time) {
  const MonotonicClock::time_point deadline = MonotonicClock::now() + time;
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - MonotonicClock::now()).count();
    const int ready =
        ::poll(watched.data(), watched.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, 1'000'000'000)));
    const bool interrupted = ready < 0 && errno == EINTR;
    if (ready > 0 || (ready < 0 && !interrupted) || (ready == 0 && left <= 0)) return ready;
  }
}

}  // namespace aloud
