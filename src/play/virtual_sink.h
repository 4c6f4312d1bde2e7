#pragma once

#include <atomic>
#include <vector>

#include "play/audio_sink.h"
#include "util/byte_sink.h"

namespace aloud {

/// A device whose time passes when it is told to: for tests, and for whoever wants the samples instead of the sound.
class VirtualSink final : public AudioSink {
 public:
  /// Whether it is to be given silence where samples are late, as a device is, or waits for them, as a file does.
  enum class Pace { real_time, waits };

  /// `copy`, if any, gets every sample as 16-bit little-endian bytes, and must outlive the sink.
  explicit VirtualSink(ByteSink* copy = nullptr, Pace pace = Pace::waits) : copy_(copy), pace_(pace) {}

  void start(AudioSource& source) override { source_ = &source; }
  Frames latency() const override { return Frames{0}; }
  bool is_paced() const override { return pace_ == Pace::real_time; }
  bool is_started() const { return source_ != nullptr; }
  bool lost() const override { return false; }

  /// Lets `time` pass: pulls as many frames. Requires: start() was called.
  void advance(Frames time);

  /// Everything that was pulled.
  const std::vector<std::int16_t>& samples() const { return samples_; }

 private:
  ByteSink* copy_;
  Pace pace_;
  std::atomic<AudioSource*> source_ = nullptr;  // start() may be called on another thread
  std::vector<std::int16_t> samples_;
};

}  // namespace aloud
