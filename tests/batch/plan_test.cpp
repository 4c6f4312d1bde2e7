// What a batch plans, and why: what has to be made of articles on a disk whose outputs are in memory.
#include "batch/plan.h"

#include "batch/batch_in_memory.h"

namespace aloud::test {
namespace {

class Plan : public BatchInMemory {
 protected:
  Plan() {
    put("a.md", "First.\n");
    put("b.md", "Second.\n");
  }
};

TEST_F(Plan, EverythingIsToBeMadeOnceAndThenNothing) {
  EXPECT_EQ(planned(), "a.md: not made yet\nb.md: not made yet\n");
  batch();
  EXPECT_EQ(planned(), "");
}

TEST_F(Plan, PlanningWritesNothing) {
  planned();
  EXPECT_EQ(work(), "");
  EXPECT_TRUE(disk_.files.empty());
}

TEST_F(Plan, NamesWhatChanged) {
  batch();
  put("a.md", "First, changed.\n");
  EXPECT_EQ(planned(), "a.md: the article changed\n");
  factory_.named = "tone 2";
  EXPECT_EQ(planned(), "a.md: the article and the program changed\nb.md: the program changed\n");
}

TEST_F(Plan, NamesSettingsThatChangeTheVoice) {
  batch();
  request_.settings.rules.push_back({"**/b.md", {}});
  EXPECT_EQ(planned(), "");
  request_.settings.rules.back().patch.overrides = {{"rate", "200"}};
  EXPECT_EQ(planned(), "b.md: the voice changed\n");
}

TEST_F(Plan, NamesLexiconsThatComeChangeAndGo) {
  batch();
  const std::string lexicon = place_.put("names.txt", "First\tSecond\n");
  request_.settings.rules.push_back({"**/a.md", {}});
  request_.settings.rules.back().patch.lexicons = {lexicon};
  EXPECT_EQ(planned(), "a.md: the lexicons changed\n");
  batch();
  EXPECT_EQ(planned(), "");
  place_.put("names.txt", "First\tThird\n");
  EXPECT_EQ(planned(), "a.md: the lexicons changed\n");
  request_.settings.rules.clear();
  EXPECT_EQ(planned(), "a.md: the lexicons changed\n");
}

TEST_F(Plan, NamesQualityAndTimelines) {
  request_.settings.project.formats = {AudioFormat::flac};
  batch();
  request_.settings.project.flac_compression = 4;
  EXPECT_EQ(planned(), "a.md: its quality or timelines changed\nb.md: its quality or timelines changed\n");
  request_.settings.project.flac_compression = 5;
  EXPECT_EQ(planned(), "");
  request_.settings.project.timelines = {TimelineKind::vtt};
  EXPECT_EQ(planned(), "a.md: its quality or timelines changed\nb.md: its quality or timelines changed\n");
}

TEST_F(Plan, QualityOfAnotherFormatIsNoReason) {
  batch();
  request_.settings.project.flac_compression = 4;
  request_.settings.project.vorbis_quality = 0.5F;
  EXPECT_EQ(planned(), "");
}

TEST_F(Plan, NamesOutputsThatAreMissingOrDamaged) {
  request_.settings.project.timelines = {TimelineKind::vtt};
  batch();
  disk_.files.erase("a.vtt");
  disk_.files["b.wav"][100] = '\x7F';
  EXPECT_EQ(planned(), "a.md: a.vtt is missing\nb.md: b.wav is damaged, or was changed by another hand\n");
  disk_.files.erase("a.wav");
  EXPECT_EQ(planned(), "a.md: a.wav is missing; a.vtt is missing\nb.md: b.wav is damaged, or was changed by another hand\n");
}

TEST_F(Plan, TellsFilesOfOthersFromItsOwn) {
  disk_.files["a.wav"] = "somebody's";
  EXPECT_EQ(planned(), "a.md: a.wav is not in the manifest\nb.md: not made yet\n");
}

TEST_F(Plan, ADamagedManifestIsNoneForWhatItLost) {
  batch();
  std::string& manifest = disk_.files["manifest.json"];
  manifest.replace(manifest.find("\"words\":1"), 9, "\"words\":2");  // the seal of one line is broken
  EXPECT_EQ(planned(), "a.md: a.wav is not in the manifest\n");
  manifest = "{";
  EXPECT_EQ(planned(), "a.md: a.wav is not in the manifest\nb.md: b.wav is not in the manifest\n");
}

TEST_F(Plan, MakesEverythingIfForced) {
  batch();
  request_.force = true;
  EXPECT_EQ(planned(), "a.md: asked for by --force\nb.md: asked for by --force\n");
}

TEST_F(Plan, LeavesOutWhatOptsOutAndDraftsUnlessAskedFor) {
  put("a.md", "---\ntts: false\n---\nFirst.\n");
  put("b.md", "---\ndraft: true\n---\nSecond.\n");
  EXPECT_EQ(planned(), "a.md: skipped, tts: false\nb.md: skipped, draft: true\n");
  request_.drafts = Drafts::render;
  EXPECT_EQ(planned(), "a.md: skipped, tts: false\nb.md: not made yet\n");
}

TEST_F(Plan, ArticlesThatAreGoneLeaveOrphans) {
  request_.settings.project.timelines = {TimelineKind::vtt};
  batch();
  remove("b.md");
  EXPECT_EQ(planned(), "b.vtt: orphan\nb.wav: orphan\n");
  batch();
  EXPECT_EQ(planned(), "b.vtt: orphan\nb.wav: orphan\n");
  disk_.files.erase("b.wav");
  EXPECT_EQ(planned(), "b.vtt: orphan\n");
  put("b.md", "Second.\n");
  EXPECT_NE(planned().find("b.md: "), std::string::npos);
}

TEST_F(Plan, AnotherNameLeavesOrphansOfTheOldOne) {
  batch();
  put("a.md", "---\nslug: first\n---\nFirst.\n");
  EXPECT_EQ(planned(), "a.md: not made yet\na.wav: orphan\n");
}

TEST_F(Plan, WhatCannotBeReadTodayKeepsItsOutputs) {
  batch();
  put("a.md", "---\ntts: perhaps\n---\nFirst.\n");
  EXPECT_EQ(planned(), "a.md: cannot be made, \"tts\" must be true or false, not \"perhaps\"\n");
}

TEST_F(Plan, TheFirstFormatsTimelinesHaveTheArticlesNameTheOthersTheirFiles) {
  request_.settings.project.formats = {AudioFormat::flac, AudioFormat::wav};
  request_.settings.project.timelines = {TimelineKind::vtt, TimelineKind::json};
  const OutputDirectory outputs = directory(Access::read_only);
  const BatchPlan plan = make_plan(request_, factory_, outputs);
  EXPECT_EQ(paths_of(plan.articles.front()),
            (std::vector<std::string>{"a.flac", "a.vtt", "a.json", "a.wav", "a.wav.vtt", "a.wav.json"}));
}

TEST_F(Plan, EachShardPlansItsPartAndNoOrphans) {
  batch();
  remove("b.md");
  put("c.md", "Third.\n");
  std::string all;
  for (unsigned index = 1; index <= 2; ++index) {
    request_.shard = {index, 2};
    all += planned();
  }
  EXPECT_EQ(all, "c.md: not made yet\n");
}

struct Collision {
  std::vector<std::pair<const char*, const char*>> articles;
  const char* refusal;
};

TEST_F(Plan, TwoFilesOfOneNameAreRefused) {
  const Collision collisions[] = {
      {{{"a.txt", "Other.\n"}},
       "a.md and a.txt would both be written to out/a.wav: give one of them a \"slug\" in its "
       "front matter, or rename or exclude it"},
      {{{"a.txt", "Other.\n"}, {"a.md", "---\nslug: c\n---\nFirst.\n"}}, ""},
      {{{"c.md", "---\nslug: b\n---\nThird.\n"}},
       "b.md and c.md would both be written to out/b.wav: give one of them a "
       "\"slug\" in its front matter, or rename or exclude it"},
      {{{"manifest.md", "Fourth.\n"}}, ""},
  };
  for (const Collision& one : collisions) {
    for (const auto& [name, text] : one.articles) put(name, text);
    std::string refused = refusal();
    EXPECT_EQ(refused, one.refusal);
    for (const auto& [name, text] : one.articles) remove(name);
    put("a.md", "First.\n");
  }
}

// What would meet every article is an error of the batch; what one article asks for is its own.
TEST_F(Plan, AVoiceThatIsNotThereIsAnErrorOfWhoeverAskedForIt) {
  put("a.md", "---\nvoice: nobody\n---\nFirst.\n");
  EXPECT_EQ(refusal(), "");
  EXPECT_EQ(planned(), "a.md: cannot be made, no voice \"nobody\"; \"aloud voices\" lists the voices\nb.md: not made yet\n");
  put("a.md", "---\nvoice: broken\n---\nFirst.\n");
  const std::string broken = place_.put("voices/broken.toml", "pich = 5\n");
  EXPECT_EQ(planned(),
            "a.md: cannot be made, " + broken + ":1:1: unknown key \"pich\" (did you mean \"pitch\"?)\nb.md: not made yet\n");
  request_.settings.project.voice = "somebody";
  EXPECT_NE(refusal().find("no voice \"somebody\""), std::string::npos) << refusal();
}

TEST_F(Plan, ALexiconThatCannotBeReadIsAnErrorOfWhoeverNamedIt) {
  request_.settings.project.lexicons = {place_.put("names.txt", "one column\n")};
  EXPECT_NE(refusal(), "");
  request_.settings.project.lexicons.clear();
  place_.put("in/own.lex", "one column\n");
  put("a.md", "---\nlexicon: own.lex\n---\nFirst.\n");
  EXPECT_EQ(refusal(), "");
  EXPECT_NE(planned().find("a.md: cannot be made, "), std::string::npos) << planned();
}

TEST_F(Plan, TheManifestsNameIsTaken) {
  put("manifest.md", "Third.\n");
  request_.settings.project.timelines = {TimelineKind::json};
  EXPECT_NE(refusal().find("would both be written to out/manifest.json"), std::string::npos) << refusal();
}

TEST_F(Plan, AnArticleIsNeverAnOutput) {
  put("c.vtt", "---\nslug: other\n---\nA text.\n");
  request_.selection.inputs = {place_ / "in/a.md", place_ / "in/c.vtt"};
  request_.settings.project.timelines = {TimelineKind::vtt};
  EXPECT_EQ(refusal(), "");
  put("a.md", "---\nslug: c\n---\nFirst.\n");
  disk_ = MemoryDisk(place_ / "in");
  EXPECT_EQ(refusal(), "in/c.vtt: would be overwritten: it is an article; choose another -o");
}

}  // namespace
}  // namespace aloud::test
