#include "util/interruption.h"

#include <sys/eventfd.h>

#include <cerrno>

#include "util/error.h"

namespace aloud {

Interruption::Interruption(std::stop_token token) : token_(std::move(token)) {
  if (!token_.stop_possible()) return;
  event_ = UniqueDescriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!event_) throw Error(ErrorKind::synthesis, "no descriptor to be stopped by: " + describe_errno(errno));
  on_stop_.emplace(token_, [this] { eventfd_write(event_.get(), 1); });
}

void Interruption::check() const {
  if (token_.stop_requested()) throw Error(ErrorKind::cancelled, "stopped as asked");
}

}  // namespace aloud
