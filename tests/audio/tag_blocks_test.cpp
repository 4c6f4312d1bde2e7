#include "audio/tag_blocks.h"

#include <gtest/gtest.h>

#include <string>

namespace aloud {
namespace {

using namespace std::string_literals;

std::string text_of(const std::vector<std::byte>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

Tags titled(std::string title) {
  Tags tags;
  tags.title = std::move(title);
  return tags;
}

TEST(TagBlocks, LeaveOutWhatIsEmpty) {
  EXPECT_EQ(text_of(vorbis_comments({}, "v")), "\x01\0\0\0v\0\0\0\0"s);
  EXPECT_TRUE(riff_info_chunk({}).empty());
  EXPECT_TRUE(id3v2_tag({}).empty());
}

TEST(TagBlocks, AreWrittenAsTheirFormatsSay) {
  EXPECT_EQ(text_of(vorbis_comments(titled("é"), "v")), "\x01\0\0\0v\x01\0\0\0\x08\0\0\0TITLE=é"s);
  EXPECT_EQ(text_of(riff_info_chunk(titled("ab"))), "LIST\x10\0\0\0INFOINAM\x03\0\0\0ab\0\0"s);
  EXPECT_EQ(text_of(riff_info_chunk(titled("abc"))), "LIST\x10\0\0\0INFOINAM\x04\0\0\0abc\0"s);
  EXPECT_EQ(text_of(id3v2_tag(titled("é"))), "ID3\x04\0\0\0\0\0\x0DTIT2\0\0\0\x03\0\0\x03é"s);
}

TEST(TagBlocks, NameLanguagesAsId3Wants) {
  Tags tags;
  tags.language = "de-AT";
  EXPECT_EQ(text_of(id3v2_tag(tags)).substr(10),
            "TLAN\0\0\0\x04\0\0\x03"
            "deu"s);
  tags.comment = "c";
  EXPECT_EQ(text_of(id3v2_tag(tags)).substr(24),
            "COMM\0\0\0\x06\0\0\x03"
            "deu\0c"s);
  tags.language = "no language at all";
  EXPECT_EQ(text_of(id3v2_tag(tags)).substr(10), "COMM\0\0\0\x06\0\0\x03und\0c"s);
}

TEST(TagBlocks, SurviveHostileValues) {
  EXPECT_EQ(text_of(vorbis_comments(titled("a\0b"s), "")).substr(12), "TITLE=ab");
  EXPECT_EQ(vorbis_comments(titled("\0"s), ""), vorbis_comments({}, ""));
  const std::string long_title = "x" + std::string(5000000, 'y');
  EXPECT_EQ(vorbis_comments(titled(long_title), "").size(), 4 + 4 + 4 + 6 + kMaxTagBytes);
  std::string accents = "x";
  while (accents.size() < 100000) accents += "é";
  EXPECT_EQ(vorbis_comments(titled(accents), "").size(), 4 + 4 + 4 + 6 + kMaxTagBytes - 1);  // no half a letter
}

}  // namespace
}  // namespace aloud
