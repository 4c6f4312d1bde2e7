#include <vorbis/vorbisenc.h>

#include <array>

#include "audio/vorbis_codec.h"
#include "util/error.h"

namespace aloud {

VorbisSetup::VorbisSetup(float quality) {
  vorbis_info_init(&info_);
  if (vorbis_encode_init_vbr(&info_, 1, static_cast<long>(kEngineRate.hertz), quality) != 0) {
    vorbis_info_clear(&info_);
    throw Error(ErrorKind::output, "libvorbis cannot encode with these settings");
  }
  short_block_ = vorbis_info_blocksize(&info_, 0);
  long_block_ = vorbis_info_blocksize(&info_, 1);
  // The layout of a packet's first bits follows from the number of modes, which libvorbis does not tell: ask it what it
  // makes of the packets that we are going to build. With two modes: type, mode, previous and next window, one bit each.
  const bool one_size = short_block_ == long_block_;
  const std::array probes = {kSilentVorbisPacket, std::byte{0x02}, std::byte{0x06}, std::byte{0x04}};
  bool as_expected = block_size(std::span(probes).subspan(0, 1)) == short_block_;
  if (!one_size) {
    as_expected = as_expected && block_size(std::span(probes).subspan(1, 1)) == long_block_ &&
                  block_size(std::span(probes).subspan(2, 1)) == long_block_ &&
                  block_size(std::span(probes).subspan(3, 1)) == short_block_;
  }
  if (!as_expected) {
    vorbis_info_clear(&info_);
    throw Error(ErrorKind::output, "this libvorbis builds its packets in a way that takes cannot be joined by");
  }
}

VorbisSetup::~VorbisSetup() { vorbis_info_clear(&info_); }

std::int64_t VorbisSetup::block_size(std::span<const std::byte> packet) const {
  ogg_packet raw{};
  raw.packet = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(packet.data()));
  raw.bytes = static_cast<long>(packet.size());
  const long size = vorbis_packet_blocksize(&info_, &raw);
  return size < 0 ? 0 : size;
}

}  // namespace aloud
