#include <gtest/gtest.h>

#include "batch/article_facts.h"
#include "util/error.h"

namespace aloud {
namespace {

ArticleFacts facts_of_text(const std::string& text) { return facts_of(parse_any_article("a.md", text, {})); }

std::string verdict(const std::string& front_matter) {
  try {
    const ArticleFacts facts = facts_of_text("---\n" + front_matter + "\n---\n\nText.\n");
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
      {"Draft: true", "draft: true"},
      {"TTS: No", "tts: false"},
      {"Published: \"false\"", "published: false"},
      {"draft: {really: true}", "a.md: \"draft\" must be true or false, not \"\""},
      {"draft:", "a.md: \"draft\" must be true or false, not \"\""},
  };
  for (const auto& [written, wanted] : cases) EXPECT_EQ(verdict(written), wanted) << written;
  EXPECT_EQ(facts_of_text("+++\ntts = false\n+++\nText.\n").opted_out, "tts: false");
}

std::string verdict_of_article(const std::string& text) {
  try {
    const ArticleFacts facts = facts_of_text(text);
    return facts.opted_out.value_or(facts.draft.value_or("rendered"));
  } catch (const Error& error) {
    return std::string(error.what()).find("cannot be read whole") != std::string::npos ? "refused" : error.what();
  }
}

TEST(ArticleFacts, IsClosedWhereFrontMatterCannotBeReadWhole) {
  const std::pair<const char*, const char*> cases[] = {
      // A draft behind what does not parse.
      {"---\ntitle: Plans: secret\ndraft: true\n---\nText.\n", "refused"},
      {"---\ntitle: \"open\ntts: false\n---\nText.\n", "refused"},
      {"---\ntitle: 'open\ndraft: true\n---\nText.\n", "refused"},
      {"---\ntitle: \tx\n\tdraft: true\n---\nText.\n", "refused"},
      {"---\ndraft: false\nDraft: true\n---\nText.\n", "refused"},
      {"---\nbase: &b {draft: true}\n<<: *b\n---\nText.\n", "refused"},
      {"+++\ntitle = Plans\ndraft = true\n+++\nText.\n", "refused"},
      {"+++\ndraft = false\nDraft = true\n+++\nText.\n", "refused"},
      {"{\n\"title\": \"Plans: secret,\n\"draft\": true\n}\nText.\n", "refused"},
      {"{\"draft\": true,}\nText.\n", "refused"},
      // What is begun and not closed, or is none by a hair.
      {"---\nauthor: A\ndraft: true\n\nText.\n", "refused"},
      {"---\ncolour: red\n\ndraft: true\n\nText.\n", "refused"},
      {"+++\ncolour = 1\ndraft = true\n\nText.\n", "refused"},
      {"{\"draft\": true\n\nText.\n", "refused"},
      {"---yaml\ntitle: A\ndraft: true\n---\nText.\n", "refused"},
      {"---\n{draft: true}\n---\nText.\n", "refused"},
      {"---\n- x\n- Draft: true\n---\nText.\n", "refused"},
      // Every syntax, every case.
      {"{\"title\": \"A\", \"Draft\": true}\nText.\n", "draft: true"},
      {"{\n  \"tags\": [\"}\"],\n  \"tts\": false\n}\n\nText.\n", "tts: false"},
      {"+++\nDRAFT = true\n+++\nText.\n", "draft: true"},
      {"+++\nPublished = false\n+++\nText.\n", "published: false"},
      {"\n\n---\ndraft: true\n---\nText.\n", "draft: true"},
      {"\xEF\xBB\xBF---\r\ndraft: yes\r\n---\r\nText.\r\n", "draft: true"},
      // No front matter at all.
      {"---\ntitle: \"it's\"\ndescription: 'say \"x\"'\n---\nText.\n", "rendered"},
      {"---\n\nA break, and more.\n", "rendered"},
      {"---\nnote: x\n\nText.\n", "rendered"},
      {"{{ site.title }}\n\nText.\n", "rendered"},
      {"{\"a\": 1} is JSON.\n\nText.\n", "rendered"},
      {"Draft: true\n\nText.\n", "rendered"},
      {"{\"title\": \"A\", \"draft\": false}\nText.\n", "rendered"},
  };
  for (const auto& [written, wanted] : cases) EXPECT_EQ(verdict_of_article(written), wanted) << written;
}

TEST(ArticleFacts, TellsWhichLineOfTheFrontMatterIsBroken) {
  try {
    facts_of_text("---\ntitle: Plans: secret\ndraft: true\n---\nText.\n");
    FAIL() << "was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_EQ(error.place().line, 2U);
  }
}

TEST(ArticleFacts, KnowsDatesInTheFuture) {
  const auto judged = [](std::optional<std::string> date, std::optional<std::string> publish_date) {
    FrontMatter front_matter;
    front_matter.date = std::move(date);
    front_matter.publish_date = std::move(publish_date);
    try {
      return future_date(front_matter, 1777593600, "a.md").value_or("past");  // 2026-05-01 00:00 UTC
    } catch (const Error& error) {
      return std::string(error.what());
    }
  };
  EXPECT_EQ(judged({}, {}), "past");
  EXPECT_EQ(judged("2026-05-01", {}), "past");
  EXPECT_EQ(judged("2026-05-02", {}), "date: 2026-05-02");
  EXPECT_EQ(judged("2026-05-01T00:00:01Z", {}), "date: 2026-05-01T00:00:01Z");
  EXPECT_EQ(judged("2026-05-01 01:00:00 +0200", {}), "past");
  EXPECT_EQ(judged("2026-04-30 23:00 -02:00", {}), "date: 2026-04-30 23:00 -02:00");
  EXPECT_EQ(judged("2020-01-01", "2027-01-01"), "date: 2027-01-01");
  for (const char* unreadable : {"next week", "2026-13-01", "2026-02-30", "2026-05-01T25:00", "1 May 2026"})
    EXPECT_NE(judged(unreadable, {}).find("cannot tell whether the date"), std::string::npos) << unreadable;
}

TEST(ArticleFacts, SlugTakesThePlaceOfTheLastPart) {
  EXPECT_EQ(stem_for_slug("posts/2024-01-01-a", "my-post", "p"), "posts/my-post");
  EXPECT_EQ(stem_for_slug("a", "x/y", "p"), "x/y");
  for (const char* bad : {"", "..", "../a", "/a", "a/", ".hidden", "a/.b", "a\nb"})
    EXPECT_THROW(stem_for_slug("posts/a", bad, "p"), Error) << bad;
}

}  // namespace
}  // namespace aloud
