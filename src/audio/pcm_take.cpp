#include "audio/pcm_take.h"

#include <bit>
#include <cstring>

#include "audio/take_record.h"

namespace aloud {

namespace {

constexpr std::uint32_t kRecipe = 0;  // samples are samples

class PcmEncoder : public TakeEncoder {
 public:
  explicit PcmEncoder(AudioFormat format) : format_(format) {}

  EncodedTake encode(std::span<const std::int16_t> speech) override {
    const Frames length{static_cast<std::int64_t>(speech.size())};
    const auto seal = [&](std::span<const std::byte> payload) {
      return seal_take_record(format_, kRecipe, length, payload, measure_loudness(speech));
    };
    const bool as_they_are = std::endian::native == std::endian::little;
    return {length, Frames{0}, length, as_they_are ? seal(std::as_bytes(speech)) : seal(little_endian(speech))};
  }

 private:
  AudioFormat format_;
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

std::unique_ptr<TakeEncoder> make_pcm_encoder(AudioFormat format) { return std::make_unique<PcmEncoder>(format); }

std::span<const std::byte> pcm_of_take(const EncodedTake& take, AudioFormat format) {
  const auto pcm = open_take_record(take, format, kRecipe);
  if (pcm.size() % 2 != 0 || pcm.size() / 2 != static_cast<std::uint64_t>(take.length.count)) {
    throw_damaged_record("it holds another number of samples");
  }
  return pcm;
}

}  // namespace aloud
