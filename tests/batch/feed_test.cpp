#include "batch/feed.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "util/uuid.h"

namespace aloud {
namespace {

FeedEpisode episode(const std::string& name, std::optional<std::int64_t> published) {
  auto article = std::make_shared<ManifestArticle>();
  article->name = name + ".md";
  article->title = "The <" + name + ">";
  article->language = "en";
  ManifestAudio audio;
  audio.format = "opus";
  audio.file = {"posts/" + name + ".opus", 1234, ""};
  audio.samples = 48000 * 90;
  audio.sample_rate = 48000;
  audio.timelines = {{"vtt", {"posts/" + name + ".vtt", 1, ""}},
                     {"chapters.json", {"posts/" + name + ".chapters.json", 1, ""}}};
  article->audio = {audio};
  return {article, {"A & B", "How it begins.", published}};
}

FeedSettings settings() {
  FeedSettings settings;
  settings.url = "https://example.org/audio/";
  settings.title = "Example";
  return settings;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(NameUuid, IsThatOfTheStandard) {
  // Known values: "www.example.com" among DNS names, and the example of the podcast namespace.
  EXPECT_EQ(name_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  EXPECT_EQ(name_uuid(kPodcastNamespace, "mp3s.nashownotes.com/pc20rss.xml"), "917393e3-1b1e-5cef-ace4-edaa54e1f810");
}

TEST(Feed, TellsOfEachEpisode) {
  const std::string text = feed_text(settings(), {episode("a b", 1709596800)});
  for (const char* const part :
       {"<title>The &lt;a b&gt;</title>",
        "<enclosure url=\"https://example.org/audio/posts/a%20b.opus\" length=\"1234\" type=\"audio/ogg\"/>",
        "<pubDate>Tue, 05 Mar 2024 00:00:00 +0000</pubDate>", "<itunes:duration>90</itunes:duration>",
        "<itunes:author>A &amp; B</itunes:author>", "type=\"text/vtt\" language=\"en\"/>",
        "<podcast:chapters url=\"https://example.org/audio/posts/a%20b.chapters.json\" type=\"application/json+chapters\"/>",
        "<atom:link href=\"https://example.org/audio/feed.xml\" rel=\"self\"", "<description>How it begins.</description>"})
    EXPECT_TRUE(has(text, part)) << part << " in " << text;
}

TEST(Feed, HasTheLatestFirst) {
  const std::string text =
      feed_text(settings(), {episode("c", {}), episode("b", {}), episode("old", 1000), episode("new", 2000)});
  std::vector<std::size_t> places;
  for (const char* const title : {"&lt;new", "&lt;old", "&lt;b&gt;", "&lt;c&gt;"}) places.push_back(text.find(title));
  EXPECT_TRUE(std::is_sorted(places.begin(), places.end())) << text;
  EXPECT_FALSE(has(feed_text(settings(), {episode("c", {})}), "pubDate"));
}

TEST(Feed, KeepsItsGuidWhenTheArticleChanges) {
  const auto guid_of = [](const std::string& text) { return text.substr(text.find("<guid"), 80); };
  FeedEpisode changed = episode("a", 1000);
  auto article = std::make_shared<ManifestArticle>(*changed.article);
  article->title = "Another";
  article->audio.front().file.bytes = 99;
  changed.article = article;
  EXPECT_EQ(guid_of(feed_text(settings(), {episode("a", 1000)})), guid_of(feed_text(settings(), {changed})));
  EXPECT_NE(guid_of(feed_text(settings(), {episode("a", 1000)})), guid_of(feed_text(settings(), {episode("b", 1000)})));
}

TEST(Feed, NeedsAnAddressAndATitle) {
  EXPECT_EQ(objection_to(settings()), "");
  FeedSettings wrong = settings();
  wrong.url = "example.org";
  EXPECT_NE(objection_to(wrong), "");
  wrong = settings();
  wrong.title.clear();
  EXPECT_EQ(objection_to(wrong), "[feed] needs \"title\"");
  wrong = settings();
  wrong.type = "weekly";
  EXPECT_NE(objection_to(wrong), "");
}

}  // namespace
}  // namespace aloud
