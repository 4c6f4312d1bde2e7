#include "audio/byte_io.h"
#include "audio/ogg_pager.h"
#include "audio/opus_codec.h"
#include "audio/tag_blocks.h"
#include "audio/take_record.h"

namespace aloud {

namespace {

constexpr Frames kPageLength{9600};  // 200 ms at 48 kHz

/// The packet that an encoder settles on when it hears nothing.
std::vector<std::byte> make_silent_packet(OpusState& state) {
  constexpr int kPacketsToSettle = 25;
  const std::vector<float> silence(kOpusPacketFrames);
  std::vector<std::byte> packet;
  for (int i = 0; i < kPacketsToSettle; ++i) packet = state.encode(silence);
  return packet;
}

bool is_packet_of_20_ms(std::span<const std::byte> packet) {
  const auto* data = reinterpret_cast<const unsigned char*>(packet.data());
  const auto size = static_cast<opus_int32>(packet.size());
  return size > 0 && opus_packet_get_nb_channels(data) == 1 &&
         opus_packet_get_nb_samples(data, size, static_cast<opus_int32>(kOpusRate.hertz)) == kOpusPacketFrames;
}

/// Granule positions count decoded samples at 48 kHz, the pre-skip included (RFC 7845, section 4).
class OpusWriter : public StreamWriter {
 public:
  OpusWriter(int bitrate, const Tags& tags, ByteSink& sink)
      : sink_(sink), start_(sink.size()), tags_(tags), pager_(sink, kPageLength) {
    OpusState state(bitrate);
    pre_skip_ = Frames{state.lookahead()};
    silent_packet_ = make_silent_packet(state);
    add_ogg_headers(pager_, headers());
  }

  void append(const EncodedTake& take) override {
    ByteReader reader(open_take_record(take, AudioFormat::opus, 0));
    const auto count = static_cast<std::size_t>(reader.little(4));
    ByteReader sizes(reader.bytes(count * 2));
    if (static_cast<std::uint64_t>(take.length.count) != count * static_cast<std::uint64_t>(kOpusGrid.count)) {
      throw_damaged_record("its packets are not as long as it is");
    }
    pager_.end_page();
    for (std::size_t i = 0; i < count; ++i) {
      const auto packet = reader.bytes(static_cast<std::size_t>(sizes.little(2)));
      if (!is_packet_of_20_ms(packet)) throw_damaged_record("a packet is none of 20 ms");
      add(packet);
    }
    if (reader.remaining() != 0) throw_damaged_record("something follows its packets");
  }

  Frames append_silence(Frames silence) override {
    const Frames length = round_up(silence, kOpusGrid);
    for (Frames at; at < length; at += kOpusGrid) add(silent_packet_);
    return length;
  }

  void set_chapters(const std::vector<ChapterMark>& chapters) override {
    if (!tags_.chapters.empty()) tags_.chapters = chapters;
  }

  void set_loudness(const TrackLoudness& loudness) override {
    if (!tags_.loudness) return;
    tags_.loudness = loudness;
    rewrite_ogg_headers(sink_, start_, headers());
  }

  /// One more packet brings out what the encoder's lookahead holds back; the granule position says where the audio ends.
  Frames finish() override {
    pager_.add_last(silent_packet_, total_ + pre_skip_);
    return total_;
  }

  SampleRate file_rate() const override { return kOpusRate; }

 private:
  void add(std::span<const std::byte> packet) {
    total_ += Frames{kOpusPacketFrames};
    pager_.add(packet, total_);
  }

  std::vector<std::vector<std::byte>> headers() const { return {identification_header(), comment_header(tags_)}; }

  std::vector<std::byte> identification_header() const {
    ByteWriter packet;
    packet.text("OpusHead");
    packet.little(1, 1);  // version
    packet.little(1, 1);  // channels
    packet.little(static_cast<std::uint64_t>(pre_skip_.count), 2);
    // The rate of the original is there for information, but libsndfile decodes to the next one that Opus knows: with
    // 22,050 a reader would count frames at 24 kHz.
    packet.little(static_cast<std::uint64_t>(kOpusRate.hertz), 4);
    packet.little(0, 2);  // output gain
    packet.little(0, 1);  // channel mapping family
    return packet.release();
  }

  static std::vector<std::byte> comment_header(const Tags& tags) {
    ByteWriter packet;
    packet.text("OpusTags");
    packet.append(vorbis_comments(tags, opus_get_version_string(), LoudnessConvention::r128));
    return packet.release();
  }

  ByteSink& sink_;
  std::uint64_t start_;
  Tags tags_;
  OggPager pager_;
  Frames pre_skip_;
  std::vector<std::byte> silent_packet_;
  Frames total_;  // at 48 kHz
};

}  // namespace

std::unique_ptr<StreamWriter> make_opus_writer(const Quality& quality, const Tags& tags, ByteSink& sink) {
  return std::make_unique<OpusWriter>(quality.opus_bitrate, tags, sink);
}

}  // namespace aloud
