#include "audio/cover.h"

#include <gtest/gtest.h>

#include "util/error.h"

namespace aloud {
namespace {

using namespace std::string_literals;

const std::string kPng = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x01\x02\0\0\0\x03"s;
const std::string kJpeg = "\xFF\xD8\xFF\xE0\0\x04xy\xFF\xC0\0\x0B\x08\x01\x00\x02\x03\x01\x01"s;

TEST(Cover, IsKnownByItsBytes) {
  const Cover png = cover_of(kPng);
  EXPECT_EQ(png.mime, "image/png");
  EXPECT_EQ(png.width, 0x102U);
  EXPECT_EQ(png.height, 3U);
  const Cover jpeg = cover_of(kJpeg);
  EXPECT_EQ(jpeg.mime, "image/jpeg");
  EXPECT_EQ(jpeg.width, 0x203U);
  EXPECT_EQ(jpeg.height, 0x100U);
}

TEST(Cover, RefusesWhatIsNone) {
  EXPECT_THROW(cover_of("GIF89a"), Error);
  EXPECT_THROW(cover_of(""), Error);
  EXPECT_THROW(cover_of("<svg/>"), Error);
  EXPECT_THROW(cover_of(kPng + std::string(kLargestCover, 'x')), Error);
  for (std::size_t size = 0; size < kPng.size(); ++size) EXPECT_THROW(cover_of(kPng.substr(0, size)), Error) << size;
  for (std::size_t size = 0; size + 2 < kJpeg.size(); ++size) EXPECT_THROW(cover_of(kJpeg.substr(0, size)), Error) << size;
  EXPECT_THROW(cover_of("\xFF\xD8" + std::string(1000000, '\xFF')), Error);
}

}  // namespace
}  // namespace aloud
