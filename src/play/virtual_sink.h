#pragma once

#include <vector>

#include "play/audio_sink.h"
#include "util/byte_sink.h"

namespace aloud {

/// A device whose time passes when it is told to: for tests, and for whoever wants the samples instead of the sound.
class VirtualSink final : public AudioSink {
 public:
  /// `copy`, if any, gets every sample as 16-bit little-endian bytes, and must outlive the sink.
  explicit VirtualSink(ByteSink* copy = nullptr) : copy_(copy) {}

  void start(AudioSource& source) override { source_ = &source; }
  Frames latency() const override { return Frames{0}; }
  bool is_paced() const override { return false; }
  bool lost() const override { return false; }

  /// Lets `time` pass: pulls as many frames. Requires: start() was called.
  void advance(Frames time);

  /// Everything that was pulled.
  const std::vector<std::int16_t>& samples() const { return samples_; }

 private:
  ByteSink* copy_;
  AudioSource* source_ = nullptr;
  std::vector<std::int16_t> samples_;
};

}  // namespace aloud
