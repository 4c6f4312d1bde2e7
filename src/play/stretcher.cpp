#include "play/stretcher.h"

#include <sonic.h>

#include <new>

#include "audio/units.h"

namespace aloud {

struct Stretcher::Stream {
  Stream() : sonic(sonicCreateStream(static_cast<int>(kEngineRate.hertz), 1)) {
    if (sonic == nullptr) throw std::bad_alloc();
  }
  ~Stream() { sonicDestroyStream(sonic); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  sonicStream sonic;
};

Stretcher::Stretcher() : stream_(std::make_unique<Stream>()) {}
Stretcher::~Stretcher() = default;
Stretcher::Stretcher(Stretcher&&) noexcept = default;
Stretcher& Stretcher::operator=(Stretcher&&) noexcept = default;

void Stretcher::set_speed(double speed) { sonicSetSpeed(stream_->sonic, static_cast<float>(speed)); }

void Stretcher::feed(std::span<const std::int16_t> samples) {
  // libsonic takes a pointer to samples that it does not change.
  auto* data = const_cast<std::int16_t*>(samples.data());
  if (sonicWriteShortToStream(stream_->sonic, data, static_cast<int>(samples.size())) == 0) throw std::bad_alloc();
}

void Stretcher::flush() { sonicFlushStream(stream_->sonic); }

std::size_t Stretcher::take(std::span<std::int16_t> out) {
  return static_cast<std::size_t>(sonicReadShortFromStream(stream_->sonic, out.data(), static_cast<int>(out.size())));
}

}  // namespace aloud
