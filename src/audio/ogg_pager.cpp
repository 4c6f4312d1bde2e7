#include "audio/ogg_pager.h"

#include "util/error.h"

namespace aloud {

namespace {

constexpr int kSerialNumber = 0x616C6F75;  // "alou": any number does, as long as it is always the same

std::span<const std::byte> bytes_of(const unsigned char* data, long size) {
  return std::as_bytes(std::span(data, static_cast<std::size_t>(size)));
}

/// Overwrites a file from some place on.
class OverwritingSink : public ByteSink {
 public:
  OverwritingSink(ByteSink& sink, std::uint64_t offset) : sink_(sink), offset_(offset) {}

  void write(std::span<const std::byte> bytes) override {
    sink_.rewrite(offset_ + size_, bytes);
    size_ += bytes.size();
  }
  bool can_rewrite() const override { return true; }
  void rewrite(std::uint64_t offset, std::span<const std::byte> bytes) override { sink_.rewrite(offset_ + offset, bytes); }
  std::uint64_t size() const override { return size_; }

 private:
  ByteSink& sink_;
  std::uint64_t offset_;
  std::uint64_t size_ = 0;
};

}  // namespace

OggPager::OggPager(ByteSink& sink, Frames page_length) : sink_(sink), page_length_(page_length) {
  if (ogg_stream_init(&stream_, kSerialNumber) != 0) throw Error(ErrorKind::output, "libogg has no memory for a stream");
}

OggPager::~OggPager() { ogg_stream_clear(&stream_); }

void OggPager::add_header(std::span<const std::byte> packet) { put(packet, Frames{0}, Position::inside); }

void OggPager::add(std::span<const std::byte> packet, Frames granule) {
  put(packet, granule, Position::inside);
  granule_ = granule;
  if (granule_ - page_begin_ >= page_length_) end_page();
}

void OggPager::add_last(std::span<const std::byte> packet, Frames granule) {
  put(packet, granule, Position::last);
  granule_ = granule;
  end_page();
}

void OggPager::end_page() {
  ogg_page page;
  while (ogg_stream_flush(&stream_, &page) != 0) {
    sink_.write(bytes_of(page.header, page.header_len));
    sink_.write(bytes_of(page.body, page.body_len));
  }
  page_begin_ = granule_;
}

void OggPager::put(std::span<const std::byte> packet, Frames granule, Position position) {
  ogg_packet raw{};
  // libogg copies the packet and leaves the original alone, but takes no pointer to const.
  raw.packet = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(packet.data()));
  raw.bytes = static_cast<long>(packet.size());
  raw.b_o_s = packet_number_ == 0 ? 1 : 0;
  raw.e_o_s = position == Position::last ? 1 : 0;
  raw.granulepos = granule.count;
  raw.packetno = packet_number_++;
  if (ogg_stream_packetin(&stream_, &raw) != 0) throw Error(ErrorKind::output, "libogg cannot take a packet");
}

void add_ogg_headers(OggPager& pager, std::span<const std::vector<std::byte>> packets) {
  for (std::size_t i = 0; i < packets.size(); ++i) {
    pager.add_header(packets[i]);
    if (i == 0) pager.end_page();
  }
  pager.end_page();
}

void rewrite_ogg_headers(ByteSink& sink, std::uint64_t offset, std::span<const std::vector<std::byte>> packets) {
  OverwritingSink over(sink, offset);
  OggPager pager(over, Frames{0});
  add_ogg_headers(pager, packets);
}

}  // namespace aloud
