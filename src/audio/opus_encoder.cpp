#include <soxr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "audio/byte_io.h"
#include "audio/decibels.h"
#include "audio/opus_codec.h"
#include "audio/take_record.h"
#include "util/error.h"

namespace aloud {

namespace {

/// One packet of silence before the speech, five after it. A decoder that comes from another take then agrees with one that
/// starts here before anything can be heard: it takes at most 80 ms (measured at 24, 32 and 64 kbit/s).
constexpr Frames kLeadIn = kOpusGrid;
constexpr Frames kLeadOut{5 * kOpusGrid.count};

/// The resampler rings below this, a third of a 16-bit step, far into the silence around the speech; exact zeros let
/// libopus see that there is nothing.
constexpr float kRinging = 1e-5F;

/// What libopus takes from the loudness of speech at low bit rates, in dB: measured with ITU-R BS.1770-4 over ten voices. At
/// 6 kbit/s it is 2 to 3 dB, most of it the treble that narrow-band audio does not have; giving that back would only distort.
double coding_loss_db(int bitrate) {
  if (bitrate < 12000) return 0;
  if (bitrate < 16000) return 0.6;
  return bitrate < 64000 ? 0.3 : 0;
}

void silence_ringing(std::span<float> samples) {
  for (float& sample : samples) {
    if (std::fabs(sample) < kRinging) sample = 0.0F;
  }
}

/// The unit at 48 kHz: `length` frames of the engine with `speech` times `gain` at `begin`. Requires: length on the grid.
std::vector<float> resample(std::span<const std::int16_t> speech, float gain, Frames begin, Frames length) {
  std::vector<float> unit(static_cast<std::size_t>(length.count));
  std::transform(speech.begin(), speech.end(), unit.begin() + begin.count,
                 [gain](std::int16_t sample) { return gain * static_cast<float>(sample) / 32768.0F; });
  std::vector<float> result(static_cast<std::size_t>(rescale(length, kEngineRate, kOpusRate).count));
  const soxr_quality_spec_t quality = soxr_quality_spec(SOXR_HQ, 0);
  std::size_t made = 0;
  const char* const error =
      soxr_oneshot(static_cast<double>(kEngineRate.hertz), static_cast<double>(kOpusRate.hertz), 1, unit.data(), unit.size(),
                   nullptr, result.data(), result.size(), &made, nullptr, &quality, nullptr);
  if (error != nullptr) throw Error(ErrorKind::output, std::string("soxr cannot resample: ") + error);
  const Frames end = begin + Frames{static_cast<std::int64_t>(speech.size())};
  const std::span all(result);
  silence_ringing(all.first(static_cast<std::size_t>(rescale(begin, kEngineRate, kOpusRate).count)));
  silence_ringing(all.subspan(static_cast<std::size_t>(rescale(end, kEngineRate, kOpusRate).count)));
  return result;
}

class OpusTakeEncoder : public TakeEncoder {
 public:
  explicit OpusTakeEncoder(int bitrate) : bitrate_(bitrate), gain_(static_cast<float>(amplitude_of(coding_loss_db(bitrate)))) {}

  EncodedTake encode(std::span<const std::int16_t> speech) override {
    const Frames end = kLeadIn + Frames{static_cast<std::int64_t>(speech.size())};
    const Frames length = round_up(end + kLeadOut, kOpusGrid);
    const auto samples = resample(speech, gain_, kLeadIn, length);
    OpusState state(bitrate_);
    ByteWriter sizes, packets;
    for (std::size_t at = 0; at < samples.size(); at += kOpusPacketFrames) {
      const auto packet = state.encode(std::span(samples).subspan(at, kOpusPacketFrames));
      sizes.little(packet.size(), 2);
      packets.append(packet);
    }
    ByteWriter payload;
    payload.little(sizes.size() / 2, 4);
    payload.append(sizes.bytes());
    payload.append(packets.bytes());
    return {length, kLeadIn, end, seal_take_record(AudioFormat::opus, 0, length, payload.bytes(), measure_loudness(speech))};
  }

 private:
  int bitrate_;
  float gain_;
};

}  // namespace

OpusState::OpusState(int bitrate) {
  int error = OPUS_OK;
  encoder_.reset(opus_encoder_create(static_cast<opus_int32>(kOpusRate.hertz), 1, OPUS_APPLICATION_AUDIO, &error));
  if (error == OPUS_OK) error = opus_encoder_ctl(encoder_.get(), OPUS_SET_BITRATE(bitrate));
  if (error != OPUS_OK) throw Error(ErrorKind::output, std::string("libopus cannot make an encoder: ") + opus_strerror(error));
}

std::vector<std::byte> OpusState::encode(std::span<const float> samples) {
  std::array<unsigned char, 1500> buffer{};  // 20 ms at the highest bit rate take 1,275 bytes at most (RFC 6716, 3.4)
  const auto size = opus_encode_float(encoder_.get(), samples.data(), kOpusPacketFrames, buffer.data(),
                                      static_cast<opus_int32>(buffer.size()));
  if (size < 0) throw Error(ErrorKind::output, std::string("libopus cannot encode: ") + opus_strerror(size));
  const auto bytes = std::as_bytes(std::span(buffer)).first(static_cast<std::size_t>(size));
  return {bytes.begin(), bytes.end()};
}

int OpusState::lookahead() const {
  opus_int32 frames = 0;
  opus_encoder_ctl(encoder_.get(), OPUS_GET_LOOKAHEAD(&frames));
  return frames;
}

std::unique_ptr<TakeEncoder> make_opus_encoder(const Quality& quality) {
  return std::make_unique<OpusTakeEncoder>(quality.opus_bitrate);
}

}  // namespace aloud
