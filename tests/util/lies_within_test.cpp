#include "util/lies_within.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/temporary_directory.h"

namespace aloud::test {
namespace {

TEST(LiesWithin, FollowsLinksToTheirEnd) {
  const TemporaryDirectory place;
  place.put("room/a/file", "x");
  place.put("other/file", "x");
  std::filesystem::create_symlink("a/file", place / "room/in");
  std::filesystem::create_symlink("../other/file", place / "room/out");
  std::filesystem::create_directory_symlink("/", place / "room/root");
  std::filesystem::create_directory_symlink("room", place / "door");
  const std::string room = place / "room";
  EXPECT_TRUE(lies_within(room, room));
  EXPECT_TRUE(lies_within(room + "/a/file", room + "/"));
  EXPECT_TRUE(lies_within(room + "/in", room));
  EXPECT_TRUE(lies_within(place / "door/a/file", room));
  std::filesystem::create_symlink("../other/none", place / "room/dangling");
  EXPECT_TRUE(lies_within(room + "/not/there", room));
  EXPECT_FALSE(lies_within(room + "/dangling", room));
  EXPECT_TRUE(lies_within("not-there", "."));
  EXPECT_FALSE(lies_within(room + "/out", room));
  EXPECT_FALSE(lies_within(room + "/root/etc", room));
  EXPECT_FALSE(lies_within(room + "/../other", room));
  EXPECT_FALSE(lies_within(place / "roommate", room));
}

TEST(LiesWithin, ByNameAloneLooksAtNoDisk) {
  EXPECT_TRUE(is_named_within("a/../b", "."));
  EXPECT_TRUE(is_named_within("a/", "a"));
  EXPECT_TRUE(is_named_within("a", ""));
  EXPECT_FALSE(is_named_within("../a", "."));
  EXPECT_FALSE(is_named_within("a/../../b", ""));
  EXPECT_FALSE(is_named_within("/ab", "/a"));
  EXPECT_TRUE(is_named_within("/a/b", "/a/"));
}

}  // namespace
}  // namespace aloud::test
