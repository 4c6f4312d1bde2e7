#include "play/virtual_sink.h"

#include "audio/pcm_take.h"

namespace aloud {

void VirtualSink::advance(Frames time) {
  const std::size_t begin = samples_.size();
  samples_.resize(begin + static_cast<std::size_t>(time.count));
  const std::span<std::int16_t> fresh = std::span(samples_).subspan(begin);
  if (pace_ == Pace::real_time) {
    source_.load()->pull(fresh);
  } else {
    source_.load()->pull_all(fresh);
  }
  if (copy_ != nullptr) copy_->write(little_endian(fresh));
}

}  // namespace aloud
