#include "batch/path_text.h"

#include <gtest/gtest.h>

#include "util/utf8.h"

namespace aloud {
namespace {

// Every byte string of up to four of these comes back, and is UTF-8 in between.
TEST(PathText, FindsBackWhateverThePathHolds) {
  const std::string pieces[] = {
      "a", "/", "\n", "%", "\xff", "\xc3", "\xa9", "é", "\xf4\x8f\xbe\x80", "\xf4\x8f\xbf\xbf", "\xed\xa0\x80"};
  for (const std::string& one : pieces) {
    for (const std::string& two : pieces) {
      for (const std::string& three : pieces) {
        const std::string path = one + two + three;
        const std::string text = text_of_path(path);
        EXPECT_TRUE(is_valid_utf8(text));
        EXPECT_EQ(path_from_text(text), path);
      }
    }
  }
}

TEST(PathText, LeavesReadableNamesAsTheyAre) {
  EXPECT_EQ(text_of_path("posts/Größe 100%.md"), "posts/Größe 100%.md");
  EXPECT_EQ(text_of_path("a\xff"), "a\xf4\x8f\xbf\xbf");
}

TEST(PathText, InnerPathsStayBelow) {
  for (const char* good : {"a", "a/b.ogg", "..a", "a..", ".hidden"}) EXPECT_TRUE(is_inner_path(good)) << good;
  for (const char* bad : {"", "/a", "a/", "a//b", "../a", "a/../b", "a/..", ".", "./a"})
    EXPECT_FALSE(is_inner_path(bad)) << bad;
  EXPECT_FALSE(is_inner_path(std::string("a\0b", 3)));
}

}  // namespace
}  // namespace aloud
