#include <gtest/gtest.h>

#include "batch/article_facts.h"
#include "util/error.h"

namespace aloud {
namespace {

std::string verdict(const std::string& front_matter) {
  try {
    const ArticleFacts facts = facts_of("a.md", "---\n" + front_matter + "\n---\n\nText.\n");
    if (facts.opted_out) return *facts.opted_out;
    if (facts.draft) return *facts.draft;
    return "rendered";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(ArticleFacts, KnowsWhatOptsOut) {
  const std::pair<const char*, const char*> cases[] = {
      {"title: A", "rendered"},
      {"tts: false", "tts: false"},
      {"tts: no", "tts: false"},
      {"tts: True", "rendered"},
      {"draft: true", "draft: true"},
      {"draft: false", "rendered"},
      {"published: false", "published: false"},
      {"tts: false\ndraft: true", "tts: false"},
      {"tts: perhaps", "a.md: \"tts\" must be true or false, not \"perhaps\""},
  };
  for (const auto& [written, wanted] : cases) EXPECT_EQ(verdict(written), wanted) << written;
  EXPECT_EQ(facts_of("a.md", "+++\ntts = false\n+++\nText.\n").opted_out, "tts: false");
}

TEST(ArticleFacts, SlugTakesThePlaceOfTheLastPart) {
  EXPECT_EQ(stem_for_slug("posts/2024-01-01-a", "my-post", "p"), "posts/my-post");
  EXPECT_EQ(stem_for_slug("a", "x/y", "p"), "x/y");
  for (const char* bad : {"", "..", "../a", "/a", "a/", ".hidden", "a/.b", "a\nb"})
    EXPECT_THROW(stem_for_slug("posts/a", bad, "p"), Error) << bad;
}

}  // namespace
}  // namespace aloud
