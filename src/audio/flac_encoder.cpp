#include <FLAC/stream_encoder.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "audio/byte_io.h"
#include "audio/flac_codec.h"
#include "audio/flac_frame.h"
#include "audio/pcm_take.h"
#include "audio/take_record.h"
#include "util/error.h"

namespace aloud {

namespace {

struct EncodedFrames {
  ByteWriter sizes;
  ByteWriter bodies;
  std::uint32_t count = 0;
};

struct DeleteEncoder {
  void operator()(FLAC__StreamEncoder* encoder) const { FLAC__stream_encoder_delete(encoder); }
};
using EncoderHandle = std::unique_ptr<FLAC__StreamEncoder, DeleteEncoder>;

/// libFLAC hands over one frame at a time, and metadata with `samples` 0.
FLAC__StreamEncoderWriteStatus collect(const FLAC__StreamEncoder*, const FLAC__byte* buffer, std::size_t size,
                                       std::uint32_t samples, std::uint32_t, void* client) {
  if (samples == 0) return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
  auto& frames = *static_cast<EncodedFrames*>(client);
  const auto body = flac_frame_body(std::as_bytes(std::span(buffer, size)));
  frames.sizes.little(samples, 2);
  frames.sizes.little(body.size(), 4);
  frames.bodies.append(body);
  ++frames.count;
  return FLAC__STREAM_ENCODER_WRITE_STATUS_OK;
}

class FlacEncoder : public TakeEncoder {
 public:
  explicit FlacEncoder(int compression) : compression_(static_cast<unsigned>(compression)) {}

  EncodedTake encode(std::span<const std::int16_t> speech) override {
    const Frames spoken{static_cast<std::int64_t>(speech.size())};
    const Frames length = round_up(spoken, kFlacGrid);
    std::vector<std::int16_t> unit(speech.begin(), speech.end());
    unit.resize(static_cast<std::size_t>(length.count));
    const EncodedFrames frames = encode_frames(unit);
    ByteWriter payload;
    payload.little(frames.count, 4);
    payload.append(frames.sizes.bytes());
    payload.append(frames.bodies.bytes());
    payload.append(little_endian(unit));
    return {length, Frames{0}, spoken,
            seal_take_record(AudioFormat::flac, 0, length, payload.bytes(), measure_loudness(speech))};
  }

 private:
  EncodedFrames encode_frames(std::span<const std::int16_t> unit) const {
    EncodedFrames frames;
    if (unit.empty()) return frames;
    const EncoderHandle encoder(FLAC__stream_encoder_new());
    if (encoder == nullptr) throw Error(ErrorKind::output, "libFLAC has no memory for an encoder");
    FLAC__stream_encoder_set_channels(encoder.get(), 1);
    FLAC__stream_encoder_set_bits_per_sample(encoder.get(), 16);
    FLAC__stream_encoder_set_sample_rate(encoder.get(), static_cast<unsigned>(kEngineRate.hertz));
    FLAC__stream_encoder_set_compression_level(encoder.get(), compression_);
    check(FLAC__stream_encoder_init_stream(encoder.get(), collect, nullptr, nullptr, nullptr, &frames) ==
              FLAC__STREAM_ENCODER_INIT_STATUS_OK,
          encoder.get());
    std::array<FLAC__int32, kLargestFlacBlock> wide{};
    for (std::size_t i = 0; i < unit.size(); i += wide.size()) {
      const auto part = unit.subspan(i, std::min(wide.size(), unit.size() - i));
      std::copy(part.begin(), part.end(), wide.begin());
      const FLAC__int32* channel = wide.data();
      check(FLAC__stream_encoder_process(encoder.get(), &channel, static_cast<unsigned>(part.size())) != 0, encoder.get());
    }
    check(FLAC__stream_encoder_finish(encoder.get()) != 0, encoder.get());
    return frames;
  }

  static void check(bool good, const FLAC__StreamEncoder* encoder) {
    if (good) return;
    throw Error(ErrorKind::output,
                std::string("libFLAC cannot encode: ") + FLAC__stream_encoder_get_resolved_state_string(encoder));
  }

  unsigned compression_;
};

}  // namespace

std::unique_ptr<TakeEncoder> make_flac_encoder(const Quality& quality) {
  return std::make_unique<FlacEncoder>(quality.flac_compression);
}

}  // namespace aloud
