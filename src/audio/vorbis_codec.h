#pragma once

#include <vorbis/codec.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "audio/audio_format.h"
#include "audio/take_codec.h"
#include "util/byte_sink.h"

namespace aloud {

/// What follows from libvorbis' settings for one quality: block sizes, and the lengths that stitching rests on.
///
/// A packet of block size n is centred on a sample; two neighbours of sizes m and n stand m/4 + n/4 apart, and a decoder can
/// give out what lies between the centres. An encoder's first packet is short and centred on its first sample. So takes can be
/// joined when each begins with a short packet and leaves off where the next one's first packet falls: on a multiple of half a
/// short block, in digital silence.
class VorbisSetup {
 public:
  /// Requires: a quality that validate_quality() accepts. On failure (libvorbis refuses, or its streams are not built as
  /// stitching needs) throws Error{output}.
  explicit VorbisSetup(float quality);
  ~VorbisSetup();
  VorbisSetup(const VorbisSetup&) = delete;
  VorbisSetup& operator=(const VorbisSetup&) = delete;

  vorbis_info* info() const { return &info_; }
  std::int64_t short_block() const { return short_block_; }
  std::int64_t long_block() const { return long_block_; }
  Frames grid() const { return {short_block_ / 2}; }

  /// With half a short block of zeros the first packet holds nothing, and what a decoder mixes it with stays exact.
  Frames lead_in() const { return {short_block_ / 2}; }

  /// With so many zeros at the end, whatever blocks the encoder chose, the packets left off are empty ones.
  Frames lead_out() const { return {(5 * long_block_ + short_block_) / 4}; }

  /// Says that the block after this long one is short. Requires: an empty (silent) long packet, so that the flag changes
  /// no window that is heard; long_block() > short_block().
  static void announce_short_block(std::byte& first_byte) { first_byte &= ~std::byte{0x08}; }

  /// Samples in the block of a packet; 0 if it is not a packet of audio.
  std::int64_t block_size(std::span<const std::byte> packet) const;

 private:
  mutable vorbis_info info_{};  // libvorbis takes no pointer to const, not even for reading
  std::int64_t short_block_ = 0;
  std::int64_t long_block_ = 0;
};

/// A short packet of silence: the audio packet type, the first mode, a floor that is not used.
inline constexpr std::byte kSilentVorbisPacket{0};

/// Takes fit a stream whose setup header was made for the same quality, and no other.
constexpr std::uint32_t vorbis_recipe(float quality) { return std::bit_cast<std::uint32_t>(quality); }

/// The payload of a take: number of packets (4 bytes, little-endian); the size of each (2 bytes); the packets.
///
/// The encoder keeps one libvorbis state ready, whose tables take 1.8 ms to make: a process that forks once per take
/// constructs the encoder before it forks. `lead_out` 0: VorbisSetup::lead_out(). A take whose end is not silent there
/// gets a longer one, a long block at a time, and after eight of them throws Error{output}.
std::unique_ptr<TakeEncoder> make_vorbis_encoder(const Quality& quality, Frames lead_out = Frames{0});

std::unique_ptr<StreamWriter> make_vorbis_writer(const Quality& quality, const Tags& tags, ByteSink& sink);

}  // namespace aloud
