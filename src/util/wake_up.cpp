#include "util/wake_up.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "util/error.h"

namespace aloud {

WakeUp::WakeUp() : descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (!descriptor_) throw Error(ErrorKind::output, "no descriptor to wait on: " + describe_errno(errno));
}

void WakeUp::ring() const noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(descriptor_.get(), &one, sizeof one);  // full: it is ringing already
}

void WakeUp::wait(std::chrono::milliseconds limit) const noexcept {
  pollfd watched{descriptor_.get(), POLLIN, 0};
  ::poll(&watched, 1, static_cast<int>(limit.count()));  // cut short by a signal: whoever waits looks again
  clear();
}

void WakeUp::clear() const noexcept {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto taken = ::read(descriptor_.get(), &count, sizeof count);
}

}  // namespace aloud
