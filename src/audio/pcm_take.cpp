#include "audio/pcm_take.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "audio/byte_io.h"
#include "audio/limiter.h"
#include "audio/take_record.h"
#include "audio/true_peak.h"

namespace aloud {

namespace {

/// What the encoder and the writer must have in common.
std::uint32_t recipe_of(SampleFormat format) { return static_cast<std::uint32_t>(format); }

class PcmEncoder : public TakeEncoder {
 public:
  explicit PcmEncoder(AudioFormat format) : format_(format) {}

  EncodedTake encode(std::span<const std::int16_t> speech) override {
    const Frames length{static_cast<std::int64_t>(speech.size())};
    const auto seal = [&](std::span<const std::byte> payload) {
      return seal_take_record(format_, recipe_of(SampleFormat::pcm16), length, payload, measure_loudness(speech));
    };
    const bool as_they_are = std::endian::native == std::endian::little;
    return {length, Frames{0}, length, as_they_are ? seal(std::as_bytes(speech)) : seal(little_endian(speech))};
  }

 private:
  AudioFormat format_;
};

class UnroundedPcmEncoder : public TakeEncoder {
 public:
  UnroundedPcmEncoder(AudioFormat format, SampleFormat sample_format) : format_(format), sample_format_(sample_format) {}

  EncodedTake encode(std::span<const std::int16_t> speech) override { return encode_unrounded(scaled(speech)); }

  bool wants_unrounded() const override { return true; }

  EncodedTake encode_unrounded(std::span<const float> speech) override {
    const Frames length{static_cast<std::int64_t>(speech.size())};
    ByteWriter samples;
    samples.reserve(speech.size() * bytes_per_sample(sample_format_));
    for (const float sample : speech) samples.little(bits_of(sample), bytes_per_sample(sample_format_));
    const TakeLoudness loudness = measure_loudness(rounded(speech));
    return {length, Frames{0}, length, seal_take_record(format_, recipe_of(sample_format_), length, samples.bytes(), loudness)};
  }

 private:
  std::uint32_t bits_of(float sample) const {
    if (sample_format_ == SampleFormat::float32) return std::bit_cast<std::uint32_t>(sample);
    constexpr float kFullScale24 = 8388608;
    const float in_range = std::clamp(sample * kFullScale24, -kFullScale24, kFullScale24 - 1);
    return static_cast<std::uint32_t>(std::lrint(in_range));
  }

  AudioFormat format_;
  SampleFormat sample_format_;
};

}  // namespace

std::vector<std::byte> little_endian(std::span<const std::int16_t> samples) {
  std::vector<std::byte> bytes(samples.size() * 2);
  if (std::endian::native == std::endian::little) {
    if (!samples.empty()) std::memcpy(bytes.data(), samples.data(), bytes.size());
    return bytes;
  }
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const auto value = static_cast<std::uint16_t>(samples[i]);
    bytes[2 * i] = static_cast<std::byte>(value & 0xFFU);
    bytes[2 * i + 1] = static_cast<std::byte>(value >> 8);
  }
  return bytes;
}

std::vector<std::int16_t> samples_of(std::span<const std::byte> little_endian) {
  std::vector<std::int16_t> samples(little_endian.size() / 2);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = static_cast<std::int16_t>(std::to_integer<unsigned>(little_endian[2 * i]) |
                                           std::to_integer<unsigned>(little_endian[2 * i + 1]) << 8);
  }
  return samples;
}

std::unique_ptr<TakeEncoder> make_pcm_encoder(AudioFormat format, SampleFormat sample_format) {
  if (sample_format == SampleFormat::pcm16) return std::make_unique<PcmEncoder>(format);
  return std::make_unique<UnroundedPcmEncoder>(format, sample_format);
}

std::span<const std::byte> pcm_of_take(const EncodedTake& take, AudioFormat format, SampleFormat sample_format) {
  const auto pcm = open_take_record(take, format, recipe_of(sample_format));
  const std::size_t size = bytes_per_sample(sample_format);
  if (pcm.size() % size != 0 || pcm.size() / size != static_cast<std::uint64_t>(take.length.count)) {
    throw_damaged_record("it holds another number of samples");
  }
  return pcm;
}

}  // namespace aloud
