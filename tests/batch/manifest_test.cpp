#include "batch/manifest.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace aloud {
namespace {

ManifestArticle article_named(const std::string& name) {
  ManifestArticle article;
  article.name = name;
  article.title = "A \"title\"\n& more";
  article.language = "en";
  article.voice = "en-us";
  article.words = 12;
  article.sentences = article.utterances = 2;
  article.coverage = {40, 30, 8, 2, 0};
  article.findings = {{"repeated-title", "said once", 5, 1}, {"encoding", "guessed", 0, 0}};
  article.inputs = {{"article", "aa"}, {"voice", "bb"}, {"program", "cc"}};
  ManifestAudio audio;
  audio.format = "vorbis";
  audio.file = {name + ".ogg", 123, "dd"};
  audio.samples = 44100;
  audio.sample_rate = 22050;
  audio.integrated_lufs = -19.02;
  audio.made_from = "ee";
  audio.timelines = {{"vtt", {name + ".vtt", 45, "ff"}}};
  article.audio = {audio};
  return article;
}

SharedArticle article(const std::string& name) { return std::make_shared<const ManifestArticle>(article_named(name)); }

Manifest sample() {
  Manifest manifest;
  manifest.software = "aloud 1.2.3";
  manifest.articles = {article("a"), article("posts/b\xff\n")};
  manifest.orphans = {{{"old.ogg", 7, "00"}, "old.md"}};
  return manifest;
}

TEST(Manifest, ReadsBackWhatItWrote) {
  Manifest manifest = sample();
  manifest.shard = {2, 5};
  manifest.selection = "5e1ec7";
  manifest.selected = 9;
  manifest.skipped = {"draft.md"};
  const std::string text = manifest_text(manifest);
  const ManifestReading reading = parse_manifest(text);
  EXPECT_TRUE(reading.problems.empty());
  EXPECT_EQ(manifest_text(reading.manifest), text);
  EXPECT_EQ(reading.manifest.articles.at(1)->name, "posts/b\xff\n");
  EXPECT_EQ(reading.manifest.shard, (Shard{2, 5}));
  EXPECT_EQ(reading.manifest.skipped, manifest.skipped);
}

TEST(Manifest, IsJsonWithOneLineForEachArticle) {
  Manifest manifest = sample();
  manifest.generated = 1700000000;
  const std::string text = manifest_text(manifest);
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json["generated"], "2023-11-14T22:13:20Z");
  EXPECT_EQ(json["articles"][0]["audio"][0]["seconds"], 2.0);
  EXPECT_EQ(json["articles"][0]["findings"][0]["line"], 5);
  EXPECT_NE(text.find("\n{\"article\":\"a\","), std::string::npos);
  EXPECT_NE(text.find("\n{\"article\":\"posts/b"), std::string::npos);
}

// Whatever is cut off: nothing is read, and nothing is made up.
TEST(Manifest, CutAtEveryByteIsNoManifest) {
  const std::string text = manifest_text(sample());
  for (std::size_t size = 0; size + 2 < text.size(); ++size) {
    const ManifestReading reading = parse_manifest(std::string_view(text).substr(0, size));
    EXPECT_TRUE(reading.manifest.articles.empty()) << size;
    EXPECT_FALSE(reading.problems.empty()) << size;
  }
}

// A change of any byte of an entry is noticed, or the file is no manifest any more.
TEST(Manifest, NoticesAnyChangeOfAnEntry) {
  Manifest manifest = sample();
  manifest.articles.resize(1);
  const std::string text = manifest_text(manifest);
  const std::size_t begin = text.find("{\"article\"");
  const std::size_t end = text.find('\n', begin);
  for (std::size_t at = begin; at < end; ++at) {
    std::string changed = text;
    changed[at] = changed[at] == '3' ? '4' : '3';
    const ManifestReading reading = parse_manifest(changed);
    EXPECT_TRUE(reading.manifest.articles.empty()) << at << changed;
    EXPECT_FALSE(reading.problems.empty()) << at;
  }
}

TEST(Manifest, KeepsTheOtherEntriesWhenOneWasEdited) {
  std::string text = manifest_text(sample());
  text.replace(text.find("\"words\":12"), 10, "\"words\":13");
  const ManifestReading reading = parse_manifest(text);
  ASSERT_EQ(reading.manifest.articles.size(), 1U);
  EXPECT_EQ(reading.manifest.articles[0]->name, "posts/b\xff\n");
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0], "the entry of a was changed by another hand, or is damaged");
}

TEST(Manifest, RefusesPathsThatLeadOut) {
  for (const char* path : {"../a.ogg", "/etc/passwd", "a/../../b", ""}) {
    Manifest manifest = sample();
    ManifestArticle forged = article_named("a");
    forged.audio[0].file.path = path;  // sealed as if we had written it
    manifest.articles[0] = std::make_shared<const ManifestArticle>(forged);
    EXPECT_EQ(parse_manifest(manifest_text(manifest)).manifest.articles.size(), 1U) << path;
    manifest = sample();
    manifest.orphans[0].file.path = path;
    EXPECT_TRUE(parse_manifest(manifest_text(manifest)).manifest.orphans.empty()) << path;
  }
}

TEST(Manifest, LineIsReadAloneAndTornLinesAreNot) {
  const std::string line = to_json_line(article_named("a"));
  const auto read = parse_manifest_line(line);
  ASSERT_TRUE(read);
  EXPECT_EQ(to_json_line(*read), line);
  for (std::size_t size = 0; size < line.size(); ++size) EXPECT_FALSE(parse_manifest_line(line.substr(0, size))) << size;
}

TEST(Manifest, OtherVersionsAndOtherFilesAreProblems) {
  for (const char* text :
       {"", "null", "[]", "{}", "{\"manifest\": 2, \"articles\": [], \"orphans\": []}", "<<<<<<< HEAD", "\xff"}) {
    const ManifestReading reading = parse_manifest(text);
    EXPECT_EQ(reading.problems.size(), 1U) << text;
    EXPECT_TRUE(reading.manifest.articles.empty());
  }
}

TEST(Manifest, TakesNoNumberForWhatIsNone) {
  const auto problems = [](const std::string& selected) {
    const std::string text =
        "{\"manifest\": 1, \"shard\": {\"index\": 1, \"count\": 2, \"selection\": \"a\", \"selected\": " + selected +
        ", \"skipped\": []}, \"articles\": [], \"orphans\": []}";
    return parse_manifest(text).problems.size();
  };
  EXPECT_EQ(problems("3"), 0U);
  EXPECT_EQ(problems("18446744073709551615"), 0U);
  for (const char* none : {"3e30", "-1", "1.5", "3.0", "\"3\"", "18446744073709551616", "1e999"})
    EXPECT_EQ(problems(none), 1U) << none;
}

// What would run a parser out of stack, or make it look at every orphan for each of them.
TEST(Manifest, ThatIsABombIsNoManifestAndCostsNothing) {
  const std::string deep(4'000'000, '[');
  for (const std::string& bomb : {deep, "{\"manifest\": 1, \"articles\": " + deep, "{\"manifest\": 1, \"orphans\": [" + deep}) {
    EXPECT_EQ(parse_manifest(bomb).problems, std::vector<std::string>{"is not the JSON of a manifest"});
    EXPECT_FALSE(parse_manifest_line(bomb));
  }
  EXPECT_EQ(parse_manifest("{\"manifest\": 1, \"articles\": {}, \"orphans\": []}").problems.size(), 1U);
  std::string many = "{\"manifest\": 1, \"articles\": [], \"orphans\": [";
  for (int i = 0; i < 50'000; ++i) many += "{},";
  EXPECT_EQ(parse_manifest(many + "{}]}").problems.size(), 1U);
}

}  // namespace
}  // namespace aloud
