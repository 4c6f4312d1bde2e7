#include "audio/wav_writer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "audio/byte_io.h"
#include "audio/pcm_take.h"
#include "audio/tag_blocks.h"

namespace aloud {

namespace {

constexpr std::uint64_t kUnknownSize = 0xFFFFFFFF;
constexpr std::size_t kDs64Size = 28;
constexpr std::uint64_t kPcmTag = 1, kFloatTag = 3;  // WAVE_FORMAT_PCM, WAVE_FORMAT_IEEE_FLOAT

class WavWriter : public StreamWriter {
 public:
  WavWriter(SampleFormat sample_format, const Tags& tags, ByteSink& sink, std::uint64_t largest_riff_size)
      : sink_(sink),
        start_(sink.size()),
        largest_riff_size_(largest_riff_size),
        sample_format_(sample_format),
        has_chapters_(!tags.chapters.empty()) {
    ByteWriter header;
    header.text("RIFF");
    header.little(kUnknownSize, 4);
    header.text("WAVE");
    if (sink.can_rewrite()) {  // room for the ds64 chunk, which has to be the first one
      header.text("JUNK");
      header.little(kDs64Size, 4);
      header.zeros(kDs64Size);
    }
    add_format(header);
    header.append(riff_info_chunk(tags));
    header.text("data");
    header.little(kUnknownSize, 4);
    sink_.write(header.bytes());
    data_begin_ = sink_.size();
  }

  void append(const EncodedTake& take) override {
    sink_.write(pcm_of_take(take, AudioFormat::wav, sample_format_));
    total_ += take.length;
  }

  Frames append_silence(Frames silence) override {
    static constexpr std::array<std::byte, 65536> kZeros{};
    auto rest = static_cast<std::uint64_t>(silence.count) * bytes_per_frame();
    while (rest > 0) {
      const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(rest, kZeros.size()));
      sink_.write(std::span(kZeros).first(size));
      rest -= size;
    }
    total_ += silence;
    return silence;
  }

  void set_chapters(const std::vector<ChapterMark>& chapters) override {
    if (has_chapters_) chapters_ = chapters;
  }

  Frames finish() override {
    if (sink_.can_rewrite()) write_sizes();
    return total_;
  }

  SampleRate file_rate() const override { return kEngineRate; }

 private:
  std::uint64_t bytes_per_frame() const { return bytes_per_sample(sample_format_); }

  /// What is no PCM has an extension in "fmt ", here an empty one, and a "fact" chunk with its number of frames.
  void add_format(ByteWriter& header) {
    const bool is_float = sample_format_ == SampleFormat::float32;
    header.text("fmt ");
    header.little(is_float ? 18 : 16, 4);
    header.little(is_float ? kFloatTag : kPcmTag, 2);
    header.little(1, 2);  // channels
    header.little(static_cast<std::uint64_t>(kEngineRate.hertz), 4);
    header.little(static_cast<std::uint64_t>(kEngineRate.hertz) * bytes_per_frame(), 4);
    header.little(bytes_per_frame(), 2);
    header.little(8 * bytes_per_frame(), 2);
    if (!is_float) return;
    header.little(0, 2);
    header.text("fact");
    header.little(4, 4);
    fact_ = start_ + header.size();
    header.little(kUnknownSize, 4);
  }

  void write_sizes() {
    const std::uint64_t data_size = sink_.size() - data_begin_;
    if (data_size % 2 != 0) sink_.write(std::array{std::byte{0}});  // chunks have an even size
    sink_.write(riff_cue_chunks(chapters_));
    const std::uint64_t riff_size = sink_.size() - start_ - 8;
    const bool large = riff_size > largest_riff_size_;
    ByteWriter header;
    header.text(large ? "RF64" : "RIFF");
    header.little(large ? kUnknownSize : riff_size, 4);
    header.text("WAVE");
    if (large) {
      header.text("ds64");
      header.little(kDs64Size, 4);
      header.little(riff_size, 8);
      header.little(data_size, 8);
      header.little(static_cast<std::uint64_t>(total_.count), 8);
      header.little(0, 4);  // no table of further sizes
    }
    sink_.rewrite(start_, header.bytes());
    ByteWriter size;
    size.little(large ? kUnknownSize : data_size, 4);
    sink_.rewrite(data_begin_ - 4, size.bytes());
    if (!fact_) return;
    ByteWriter frames;
    frames.little(large ? kUnknownSize : static_cast<std::uint64_t>(total_.count), 4);
    sink_.rewrite(*fact_, frames.bytes());
  }

  ByteSink& sink_;
  std::uint64_t start_;
  std::uint64_t largest_riff_size_;
  SampleFormat sample_format_;
  std::optional<std::uint64_t> fact_;  // where the number of frames stands
  std::uint64_t data_begin_ = 0;
  bool has_chapters_;
  std::vector<ChapterMark> chapters_;
  Frames total_;
};

}  // namespace

std::unique_ptr<StreamWriter> make_wav_writer(SampleFormat sample_format, const Tags& tags, ByteSink& sink,
                                              std::uint64_t largest_riff_size) {
  return std::make_unique<WavWriter>(sample_format, tags, sink, largest_riff_size);
}

}  // namespace aloud
