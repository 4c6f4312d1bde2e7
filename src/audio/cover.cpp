#include "audio/cover.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "util/error.h"
#include "util/regular_file.h"

namespace aloud {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPngHead = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"sv;
constexpr std::string_view kJpegHead = "\xFF\xD8\xFF"sv;

unsigned big(std::string_view bytes, std::size_t at, std::size_t size) {
  unsigned value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorKind::input, "is no cover: " + why); }

// SOF0 to SOF15, which tell the size, among them no DHT (C4), JPG (C8) and DAC (CC): ITU T.81, table B.1.
bool is_frame_header(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

void measure_jpeg(Cover& cover) {
  constexpr std::size_t kFrameHeader = 9;  // marker, length, precision, height, width
  const std::string& bytes = cover.bytes;
  std::size_t at = 2;
  while (at + kFrameHeader <= bytes.size() && static_cast<unsigned char>(bytes[at]) == 0xFF) {
    const unsigned marker = big(bytes, at + 1, 1);
    if (is_frame_header(marker)) {
      cover.height = big(bytes, at + 5, 2);
      cover.width = big(bytes, at + 7, 2);
      return;
    }
    at += marker == 0xFF ? 1 : 2 + std::max(2U, big(bytes, at + 2, 2));  // 0xFF fills up
  }
}

}  // namespace

Cover cover_of(std::string bytes) {
  if (bytes.size() > kLargestCover) refuse("it has more than 4 MiB");
  Cover cover;
  cover.bytes = std::move(bytes);
  if (cover.bytes.starts_with(kPngHead) && cover.bytes.size() >= kPngHead.size() + 8) {
    cover.mime = "image/png";
    cover.width = big(cover.bytes, kPngHead.size(), 4);
    cover.height = big(cover.bytes, kPngHead.size() + 4, 4);
  } else if (cover.bytes.starts_with(kJpegHead)) {
    cover.mime = "image/jpeg";
    measure_jpeg(cover);
  } else {
    refuse("neither PNG nor JPEG");
  }
  if (cover.width == 0 || cover.height == 0) refuse("it does not tell its size");
  return cover;
}

Cover load_cover(const std::string& path) {
  try {
    return cover_of(read_regular_file(path, {"cover", kLargestCover, ErrorKind::usage, ErrorKind::input}));
  } catch (const Error& error) {
    if (!error.place().path.empty()) throw;
    throw Error(error.kind(), error.message(), {path, 0, 0});
  }
}

}  // namespace aloud
