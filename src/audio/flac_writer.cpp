#include <FLAC/format.h>
#include <nettle/md5.h>

#include <algorithm>
#include <array>
#include <memory>

#include "audio/byte_io.h"
#include "audio/flac_codec.h"
#include "audio/flac_frame.h"
#include "audio/tag_blocks.h"
#include "audio/take_record.h"
#include "util/error.h"

namespace aloud {

namespace {

constexpr std::uint64_t kStreamInfoSize = 34;
constexpr std::uint64_t kStreamInfoOffset = 8;  // after "fLaC" and the block's header
using Md5Sum = std::array<unsigned char, 16>;

class Md5 {
 public:
  Md5() { nettle_md5_init(&context_); }
  void add(std::span<const std::byte> bytes) {
    nettle_md5_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  }
  Md5Sum finish() {
    Md5Sum sum{};
    nettle_md5_digest(&context_, sum.size(), sum.data());
    return sum;
  }

 private:
  md5_ctx context_;
};

/// The smallest and largest of the values seen.
struct Extremes {
  std::int64_t smallest = 0;
  std::int64_t largest = 0;
  void add(std::int64_t value) {
    smallest = largest == 0 ? value : std::min(smallest, value);
    largest = std::max(largest, value);
  }
};

class FlacWriter : public StreamWriter {
 public:
  FlacWriter(const Tags& tags, ByteSink& sink) : sink_(sink), start_(sink.size()), tags_(tags) {
    // Where the sizes cannot be filled in later: every block has between 16 and 4,096 samples, the rest is "not known".
    blocks_ = {kFlacGrid.count, kLargestFlacBlock};
    const auto comments = comments_of(tags_);
    ByteWriter header;
    header.text("fLaC");
    header.big(FLAC__METADATA_TYPE_STREAMINFO, 1);
    header.big(kStreamInfoSize, 3);
    header.append(stream_info(Md5Sum{}));
    constexpr unsigned kLastBlock = 0x80;
    header.big(FLAC__METADATA_TYPE_VORBIS_COMMENT | (tags_.cover ? 0U : kLastBlock), 1);
    header.big(comments.size(), 3);
    comments_offset_ = start_ + header.size();
    header.append(comments);
    if (tags_.cover) {
      const auto picture = flac_picture(*tags_.cover);
      header.big(FLAC__METADATA_TYPE_PICTURE | kLastBlock, 1);
      header.big(picture.size(), 3);
      header.append(picture);
    }
    sink.write(header.bytes());
    blocks_ = {};
  }

  void append(const EncodedTake& take) override {
    ByteReader reader(open_take_record(take, AudioFormat::flac, 0));
    const auto frame_count = static_cast<std::size_t>(reader.little(4));
    ByteReader sizes(reader.bytes(frame_count * 6));
    const Frames begin = total_;
    for (std::size_t i = 0; i < frame_count; ++i) {
      const auto block_size = static_cast<std::int64_t>(sizes.little(2));
      const auto body = reader.bytes(static_cast<std::size_t>(sizes.little(4)));
      if (block_size < kFlacGrid.count || block_size > kLargestFlacBlock)
        throw_damaged_record("a block has an impossible size");
      add_frame(block_size, body);
    }
    if (total_ - begin != take.length || reader.remaining() != static_cast<std::uint64_t>(take.length.count) * 2) {
      throw_damaged_record("its frames are not as long as it is");
    }
    md5_.add(reader.bytes(reader.remaining()));
  }

  Frames append_silence(Frames silence) override {
    static constexpr std::array<std::byte, kLargestFlacBlock * 2> kZeros{};
    const Frames length = round_up(silence, kFlacGrid);
    for (std::int64_t rest = length.count; rest > 0;) {
      const std::int64_t block_size = std::min(rest, kLargestFlacBlock);
      add_frame(block_size, flac_silent_body());
      md5_.add(std::span(kZeros).first(static_cast<std::size_t>(block_size) * 2));
      rest -= block_size;
    }
    return length;
  }

  void set_chapters(const std::vector<ChapterMark>& chapters) override {
    if (!tags_.chapters.empty()) tags_.chapters = chapters;
  }

  void set_loudness(const TrackLoudness& loudness) override {
    if (!tags_.loudness) return;
    tags_.loudness = loudness;
    sink_.rewrite(comments_offset_, comments_of(tags_));
  }

  Frames finish() override {
    if (sink_.can_rewrite()) {
      if (blocks_.smallest == blocks_.largest) blocks_.smallest = kFlacGrid.count;  // equal ones would announce a fixed size
      blocks_.largest = std::max(blocks_.largest, kFlacGrid.count);                 // no block at all
      sink_.rewrite(start_ + kStreamInfoOffset, stream_info(md5_.finish()));
    }
    return total_;
  }

  SampleRate file_rate() const override { return kEngineRate; }

 private:
  static std::vector<std::byte> comments_of(const Tags& tags) {
    return vorbis_comments(tags, FLAC__VENDOR_STRING, LoudnessConvention::replay_gain, CoverPlace::block);
  }

  void add_frame(std::int64_t block_size, std::span<const std::byte> body) {
    const auto frame = flac_frame(total_.count, block_size, body);
    sink_.write(frame);
    blocks_.add(block_size);
    frames_.add(static_cast<std::int64_t>(frame.size()));
    total_ += Frames{block_size};
  }

  /// RFC 9639, section 8.2.
  std::vector<std::byte> stream_info(const Md5Sum& md5) const {
    constexpr std::uint64_t kBitsLessOne = 15;
    constexpr std::uint64_t kChannelsLessOne = 0;
    ByteWriter out;
    out.big(static_cast<std::uint64_t>(blocks_.smallest), 2);
    out.big(static_cast<std::uint64_t>(blocks_.largest), 2);
    out.big(static_cast<std::uint64_t>(frames_.smallest), 3);
    out.big(static_cast<std::uint64_t>(frames_.largest), 3);
    out.big(static_cast<std::uint64_t>(kEngineRate.hertz) << 44 | kChannelsLessOne << 41 | kBitsLessOne << 36 |
                static_cast<std::uint64_t>(total_.count),
            8);
    out.append(std::as_bytes(std::span(md5)));
    return out.release();
  }

  ByteSink& sink_;
  std::uint64_t start_;
  Tags tags_;
  std::uint64_t comments_offset_ = 0;
  Md5 md5_;
  Extremes blocks_, frames_;
  Frames total_;
};

}  // namespace

std::unique_ptr<StreamWriter> make_flac_writer(const Tags& tags, ByteSink& sink) {
  return std::make_unique<FlacWriter>(tags, sink);
}

}  // namespace aloud
