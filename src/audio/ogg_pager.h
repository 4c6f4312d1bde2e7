#pragma once

#include <ogg/ogg.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "audio/units.h"
#include "util/byte_sink.h"

namespace aloud {

/// Puts packets of one logical stream into Ogg pages (RFC 3533) and writes them.
///
/// Players find a position by the pages' granule positions, and some (Chromium) start at the page they find instead of at
/// the sample; so a page is kept short in time, not full in bytes. The serial number is fixed: streams must be the same
/// byte for byte, and there is only one in a file.
class OggPager {
 public:
  /// Requires: `sink` outlives the pager. A page of audio is closed when it reaches `page_length`.
  OggPager(ByteSink& sink, Frames page_length);
  ~OggPager();
  OggPager(const OggPager&) = delete;
  OggPager& operator=(const OggPager&) = delete;

  /// Adds a header packet. Requires: no audio packet before it.
  void add_header(std::span<const std::byte> packet);

  /// Adds a packet of audio; `granule` is where the stream is after it. Requires: never smaller than before.
  void add(std::span<const std::byte> packet, Frames granule);

  /// Adds the last packet and closes the stream.
  void add_last(std::span<const std::byte> packet, Frames granule);

  /// Ends the page, if anything is on it: before the audio (which has to start on a new page), and where a take begins.
  void end_page();

 private:
  enum class Position { inside, last };
  void put(std::span<const std::byte> packet, Frames granule, Position position);

  ByteSink& sink_;
  Frames page_length_;
  Frames page_begin_, granule_;
  ogg_stream_state stream_{};
  ogg_int64_t packet_number_ = 0;
};

/// Adds the header packets of a stream: the first alone on its page, the others together, before a new page.
void add_ogg_headers(OggPager& pager, std::span<const std::vector<std::byte>> packets);

/// Overwrites the pages that add_ogg_headers() has written as a file's first, at `offset`. Requires: sink.can_rewrite(), and
/// packets as long as those were.
void rewrite_ogg_headers(ByteSink& sink, std::uint64_t offset, std::span<const std::vector<std::byte>> packets);

}  // namespace aloud
