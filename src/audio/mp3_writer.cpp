#include "audio/mp3_writer.h"

#include <lame/lame.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "audio/mp3_info_frame.h"
#include "audio/pcm_take.h"
#include "audio/tag_blocks.h"
#include "util/error.h"

namespace aloud {

namespace {

constexpr std::size_t kSamplesAtOnce = 4608;
constexpr std::size_t kBufferSize = kSamplesAtOnce * 5 / 4 + 7200;  // LAME's own worst case (lame.h)
constexpr std::int64_t kSamplesPerFrame = 576;

struct CloseLame {
  void operator()(lame_global_flags* lame) const { lame_close(lame); }
};

class Mp3Writer : public StreamWriter {
 public:
  Mp3Writer(int bitrate, const Tags& tags, ByteSink& sink)
      : sink_(sink), tags_offset_(sink.size()), tags_(tags), bitrate_(bitrate), lame_(lame_init()), buffer_(kBufferSize) {
    set_up();
    sink_.write(id3v2_tag(tags));
    start_ = sink_.size();
    sink_.write(mp3_info_frame(info()));
  }

  void append(const EncodedTake& take) override {
    const auto samples = samples_of(pcm_of_take(take, AudioFormat::mp3));
    for (std::size_t at = 0; at < samples.size(); at += kSamplesAtOnce) {
      encode(std::span(samples).subspan(at, std::min(kSamplesAtOnce, samples.size() - at)));
    }
  }

  Frames append_silence(Frames silence) override {
    static constexpr std::array<std::int16_t, kSamplesAtOnce> kZeros{};
    for (auto rest = static_cast<std::uint64_t>(silence.count); rest > 0;) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(rest, kSamplesAtOnce));
      encode(std::span(kZeros).first(count));
      rest -= count;
    }
    return silence;
  }

  void set_chapters(const std::vector<ChapterMark>& chapters) override {
    if (!tags_.chapters.empty()) tags_.chapters = chapters;
  }

  void set_loudness(const TrackLoudness& loudness) override {
    if (!tags_.loudness) return;
    tags_.loudness = loudness;
    sink_.rewrite(tags_offset_, id3v2_tag(tags_));
  }

  Frames finish() override {
    write(lame_encode_flush(lame_.get(), buffer_.data(), static_cast<int>(buffer_.size())));
    if (sink_.can_rewrite()) sink_.rewrite(start_, mp3_info_frame(info_with_totals()));
    return total_;
  }

  SampleRate file_rate() const override { return kEngineRate; }

 private:
  void set_up() {
    if (lame_ == nullptr) throw Error(ErrorKind::output, "LAME has no memory for an encoder");
    const auto hush = [](const char*, va_list) {};  // it would write to stderr
    lame_set_errorf(lame_.get(), hush);
    lame_set_msgf(lame_.get(), hush);
    lame_set_debugf(lame_.get(), hush);
    lame_set_in_samplerate(lame_.get(), static_cast<int>(kEngineRate.hertz));
    lame_set_out_samplerate(lame_.get(), static_cast<int>(kEngineRate.hertz));
    lame_set_num_channels(lame_.get(), 1);
    lame_set_mode(lame_.get(), MONO);
    lame_set_VBR(lame_.get(), vbr_off);
    lame_set_brate(lame_.get(), bitrate_);
    lame_set_bWriteVbrTag(lame_.get(), 0);  // ours is there at every bit rate and in pipes
    lame_set_write_id3tag_automatic(lame_.get(), 0);
    if (lame_init_params(lame_.get()) < 0) throw Error(ErrorKind::output, "LAME cannot encode with these settings");
    undo_scale_ = 1 / lame_get_scale(lame_.get());
  }

  void encode(std::span<const std::int16_t> samples) {
    std::array<float, kSamplesAtOnce> scaled;
    std::transform(samples.begin(), samples.end(), scaled.begin(),
                   [&](std::int16_t sample) { return static_cast<float>(sample) * undo_scale_; });
    write(lame_encode_buffer_float(lame_.get(), scaled.data(), scaled.data(), static_cast<int>(samples.size()), buffer_.data(),
                                   static_cast<int>(buffer_.size())));
    total_ += Frames{static_cast<std::int64_t>(samples.size())};
  }

  void write(int size) {
    if (size < 0) throw Error(ErrorKind::output, "LAME cannot encode (error " + std::to_string(size) + ")");
    const auto bytes = std::as_bytes(std::span(buffer_)).first(static_cast<std::size_t>(size));
    crc_ = mp3_crc16(bytes, crc_);
    sink_.write(bytes);
  }

  Mp3InfoFrame info() const {
    return {bitrate_, static_cast<unsigned>(lame_get_encoder_delay(lame_.get())),
            static_cast<unsigned>(lame_get_lowpassfreq(lame_.get())), std::nullopt};
  }

  Mp3InfoFrame info_with_totals() const {
    Mp3InfoFrame result = info();
    const std::int64_t frames = lame_get_frameNum(lame_.get());
    const std::int64_t padding = frames * kSamplesPerFrame - result.delay - total_.count;
    if (padding < 0 || padding > 0xFFF)
      throw Error(ErrorKind::output, "LAME made another number of frames than it was given samples for");
    const std::uint64_t bytes = std::min<std::uint64_t>(sink_.size() - start_, std::numeric_limits<std::uint32_t>::max());
    result.totals =
        Mp3Totals{static_cast<std::uint32_t>(frames), static_cast<std::uint32_t>(bytes), crc_, static_cast<unsigned>(padding)};
    return result;
  }

  ByteSink& sink_;
  std::uint64_t tags_offset_;
  Tags tags_;
  int bitrate_;
  std::unique_ptr<lame_global_flags, CloseLame> lame_;
  std::vector<unsigned char> buffer_;
  float undo_scale_ = 1;  // LAME's presets turn all down, by 0.4 dB mostly
  std::uint64_t start_ = 0;
  std::uint16_t crc_ = 0;
  Frames total_;
};

}  // namespace

std::unique_ptr<StreamWriter> make_mp3_writer(const Quality& quality, const Tags& tags, ByteSink& sink) {
  return std::make_unique<Mp3Writer>(quality.mp3_bitrate, tags, sink);
}

}  // namespace aloud
