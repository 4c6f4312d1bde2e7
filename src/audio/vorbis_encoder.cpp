#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "audio/byte_io.h"
#include "audio/take_record.h"
#include "audio/vorbis_codec.h"
#include "util/error.h"

namespace aloud {

namespace {

using Packet = std::vector<std::byte>;

constexpr int kMostAttempts = 8;

/// libvorbis moves what it has not used yet at every block: handed a whole sentence at once it spends a quarter of its time
/// on that. The packets are the same.
constexpr std::int64_t kSamplesAtOnce = 1024;

/// libvorbis' state for one run of encoding. Never used twice: what went before would show in the packets.
class VorbisState {
 public:
  explicit VorbisState(const VorbisSetup& setup) {
    if (vorbis_analysis_init(&dsp_, setup.info()) != 0) throw Error(ErrorKind::output, "libvorbis cannot make an encoder");
    vorbis_block_init(&dsp_, &block_);
  }
  ~VorbisState() {
    vorbis_block_clear(&block_);
    vorbis_dsp_clear(&dsp_);
  }
  VorbisState(const VorbisState&) = delete;
  VorbisState& operator=(const VorbisState&) = delete;

  /// The packets of `lead_in` zeros, `speech`, and zeros up to `length`.
  std::vector<Packet> encode(std::span<const std::int16_t> speech, Frames lead_in, Frames length) {
    std::vector<Packet> packets;
    for (std::int64_t at = 0; at < length.count;) {
      const std::int64_t count = std::min(kSamplesAtOnce, length.count - at);
      float* const buffer = vorbis_analysis_buffer(&dsp_, static_cast<int>(count))[0];
      for (std::int64_t i = 0; i < count; ++i) buffer[i] = sample_at(speech, at + i - lead_in.count);
      vorbis_analysis_wrote(&dsp_, static_cast<int>(count));
      collect(packets);
      at += count;
    }
    vorbis_analysis_wrote(&dsp_, 0);
    collect(packets);
    return packets;
  }

 private:
  static float sample_at(std::span<const std::int16_t> speech, std::int64_t index) {
    if (index < 0 || index >= static_cast<std::int64_t>(speech.size())) return 0.0F;
    return static_cast<float>(speech[static_cast<std::size_t>(index)]) / 32768.0F;
  }

  void collect(std::vector<Packet>& packets) {
    ogg_packet raw{};
    while (vorbis_analysis_blockout(&dsp_, &block_) == 1) {
      if (vorbis_analysis(&block_, &raw) != 0) throw Error(ErrorKind::output, "libvorbis cannot encode a block");
      const auto bytes = std::as_bytes(std::span(raw.packet, static_cast<std::size_t>(raw.bytes)));
      packets.emplace_back(bytes.begin(), bytes.end());
    }
  }

  vorbis_dsp_state dsp_{};
  vorbis_block block_{};
};

bool is_empty(const Packet& packet) { return packet.size() <= 1; }

/// Makes `packets` end where the first packet of another take, centred on sample `length`, can follow: leaves off those that
/// reach beyond, and fills up with short silent ones. False if something that can be heard would be lost.
bool cut(std::vector<Packet>& packets, Frames length, const VorbisSetup& setup) {
  const std::int64_t half_gap = setup.short_block() / 4;  // from the end of a block's quarter to the next short block's centre
  std::int64_t end = 0;  // of the kept packets: the last one's centre plus a quarter of its block
  std::int64_t last_size = 0;
  std::size_t kept = 0;
  for (; kept < packets.size(); ++kept) {
    const std::int64_t size = setup.block_size(packets[kept]);
    const std::int64_t next_end = kept == 0 ? size / 4 : end + size / 2;
    if (size == 0 || next_end + half_gap > length.count) break;
    end = next_end;
    last_size = size;
  }
  if (kept == 0 || setup.block_size(packets[0]) != setup.short_block()) return false;
  if (!std::all_of(packets.begin() + static_cast<std::ptrdiff_t>(kept), packets.end(), is_empty)) return false;
  packets.resize(kept);
  if (last_size > setup.short_block()) {
    if (!is_empty(packets.back())) return false;
    VorbisSetup::announce_short_block(packets.back().front());
  }
  for (; end + half_gap < length.count; end += setup.short_block() / 2) packets.push_back({kSilentVorbisPacket});
  return end + half_gap == length.count;
}

std::vector<std::byte> payload_of(const std::vector<Packet>& packets) {
  ByteWriter payload;
  payload.little(packets.size(), 4);
  for (const Packet& packet : packets) payload.little(packet.size(), 2);
  for (const Packet& packet : packets) payload.append(packet);
  return payload.release();
}

class VorbisEncoder : public TakeEncoder {
 public:
  VorbisEncoder(float quality, Frames lead_out)
      : recipe_(vorbis_recipe(quality)),
        setup_(quality),
        lead_out_(lead_out.count > 0 ? lead_out : setup_.lead_out()),
        unused_(std::make_unique<VorbisState>(setup_)) {}

  EncodedTake encode(std::span<const std::int16_t> speech) override {
    const Frames begin = setup_.lead_in();
    const Frames end = begin + Frames{static_cast<std::int64_t>(speech.size())};
    Frames lead_out = lead_out_;
    for (int attempt = 0; attempt < kMostAttempts; ++attempt, lead_out += Frames{setup_.long_block()}) {
      const Frames length = round_up(end + lead_out, setup_.grid());
      // A long block more than is kept: what libvorbis makes up beyond the end must not reach into the unit.
      auto packets = fresh_state()->encode(speech, begin, length + Frames{setup_.long_block()});
      if (!cut(packets, length, setup_)) continue;
      return {length, begin, end,
              seal_take_record(AudioFormat::vorbis, recipe_, length, payload_of(packets), measure_loudness(speech))};
    }
    throw Error(ErrorKind::output, "a take does not end in silence for libvorbis, so that nothing can be joined to it");
  }

 private:
  std::unique_ptr<VorbisState> fresh_state() {
    return unused_ != nullptr ? std::move(unused_) : std::make_unique<VorbisState>(setup_);
  }

  std::uint32_t recipe_;
  VorbisSetup setup_;
  Frames lead_out_;
  std::unique_ptr<VorbisState> unused_;
};

}  // namespace

std::unique_ptr<TakeEncoder> make_vorbis_encoder(const Quality& quality, Frames lead_out) {
  return std::make_unique<VorbisEncoder>(quality.vorbis_quality, lead_out);
}

}  // namespace aloud
