#pragma once

#include <poll.h>

#include <chrono>
#include <span>

namespace aloud {

/// poll() for no less than `time` by the kernel's own clock, whatever signals come and whatever time a library lends to
/// programs (util/monotonic_clock.h). Returns what poll() does: how many are ready, 0 when the time is over, -1 with errno set.
int poll_for(std::span<pollfd> watched, std::chrono::milliseconds time);

}  // namespace aloud
