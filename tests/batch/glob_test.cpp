#include "batch/glob.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

struct Case {
  const char* pattern;
  const char* path;
  bool matches;
};

TEST(Glob, MatchesSegmentBySegment) {
  const Case cases[] = {
      {"*.md", "a.md", true},
      {"*.md", "posts/a.md", false},
      {"posts/*.md", "posts/a.md", true},
      {"posts/*.md", "posts/2024/a.md", false},
      {"**/*.md", "a.md", true},
      {"**/*.md", "x/y/z/a.md", true},
      {"posts/**", "posts/x/a.md", true},
      {"posts/**", "posts", true},
      {"posts/**/b/*.md", "posts/b/a.md", true},
      {"posts/**/b/*.md", "posts/x/b/y/b/a.md", true},
      {"posts/**/b/*.md", "posts/x/b/y/a.md", false},
      {"**/**/a", "a", true},
      {"a?c", "abc", true},
      {"a?c", "a/c", false},
      {"[ab].txt", "b.txt", true},
      {"[!ab].txt", "b.txt", false},
      {"./a.md", "a.md", true},
      {"a\nb*", "a\nbc", true},
      {"*.md", "\xff.md", true},
      {"", "a", false},
      {"**", "a/b/c", true},
  };
  for (const Case& one : cases) EXPECT_EQ(glob_matches(one.pattern, one.path), one.matches) << one.pattern << " " << one.path;
}

TEST(Glob, TakesLittleTimeForManyStars) {
  std::string pattern, path;
  for (int i = 0; i < 200; ++i) pattern += "**/a/";
  for (int i = 0; i < 2000; ++i) path += "a/";
  EXPECT_FALSE(glob_matches(pattern + "b", path + "c"));
}

TEST(Glob, FixedPartEndsBeforeTheFirstWildcard) {
  EXPECT_EQ(fixed_part("a/b/**/*.md"), "a/b");
  EXPECT_EQ(fixed_part("a/b*/c"), "a");
  EXPECT_EQ(fixed_part("*.md"), "");
  EXPECT_EQ(fixed_part("/*.md"), "/");
}

}  // namespace
}  // namespace aloud
