#pragma once

#include <opus/opus.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "util/byte_sink.h"

namespace aloud {

/// Opus counts at 48 kHz in packets of 20 ms. 441 samples of the engine are 960 of these exactly, so takes and silences are
/// multiples of 441 and positions convert without rounding.
inline constexpr SampleRate kOpusRate{48000};
inline constexpr Frames kOpusGrid{441};
inline constexpr int kOpusPacketFrames = 960;

/// A libopus encoder in its initial state. (Resetting a used one does not lead back there: in the hybrid modes the
/// packets differ.)
class OpusState {
 public:
  /// On failure throws Error{output}.
  explicit OpusState(int bitrate);

  /// Encodes 20 ms. Requires: kOpusPacketFrames samples, −1 to 1.
  std::vector<std::byte> encode(std::span<const float> samples);

  /// Samples at 48 kHz by which what is decoded lags behind what was encoded.
  int lookahead() const;

 private:
  struct Destroy {
    void operator()(OpusEncoder* encoder) const { opus_encoder_destroy(encoder); }
  };
  std::unique_ptr<OpusEncoder, Destroy> encoder_;
};

/// The payload of a take: number of packets (4 bytes, little-endian); the size of each (2 bytes); the packets.
std::unique_ptr<TakeEncoder> make_opus_encoder(const Quality& quality);

std::unique_ptr<StreamWriter> make_opus_writer(const Quality& quality, const Tags& tags, ByteSink& sink);

}  // namespace aloud
