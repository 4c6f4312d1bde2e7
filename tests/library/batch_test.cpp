#include "aloud/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "library/options.h"
#include "support/temporary_directory.h"

namespace aloud::v0 {
namespace {

using test::TemporaryDirectory;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using Status = BatchArticle::Status;

BatchOptions options_for(const TemporaryDirectory& directory) {
  BatchOptions options;
  options.inputs = {directory / "in"};
  options.output = directory / "out";
  options.voice = test_voice("");
  options.engine = test_engine();
  return options;
}

TEST(RunBatch, MakesWhatChangedAndNothingElse) {
  const TemporaryDirectory directory;
  directory.put("in/a.md", "The first.");
  directory.put("in/deep/b.txt", "The second.");
  BatchOptions options = options_for(directory);
  options.formats = {"opus", "flac"};
  options.timelines = {"vtt"};
  std::vector<std::string> told;
  options.on_article = [&](const BatchArticle& article) { told.push_back(article.name); };
  const BatchReport first = run_batch(options);
  EXPECT_TRUE(first.good());
  EXPECT_EQ(first.count(Status::rendered), 2U);
  EXPECT_THAT(told, ElementsAre("a.md", "deep/b.txt"));
  EXPECT_EQ(first.articles().at(0).files.size(), 4U);
  EXPECT_GT(first.articles().at(0).seconds, 0.3);
  EXPECT_GT(first.audio_seconds(), first.articles()[0].seconds);

  EXPECT_TRUE(check_batch(options).good());
  EXPECT_EQ(run_batch(options).count(Status::unchanged), 2U);
  directory.put("in/a.md", "The first, changed.");
  const BatchReport check = check_batch(options);
  EXPECT_FALSE(check.good());
  EXPECT_EQ(check.articles().at(0).status, Status::outdated);
  EXPECT_EQ(check.articles().at(0).reason, "the article changed");
  EXPECT_EQ(run_batch(options).count(Status::rendered), 1U);
}

TEST(RunBatch, KeepsTheFailureOfOneToItself) {
  const TemporaryDirectory directory;
  directory.put("in/a.md", "---\nvoice: nobody\n---\n\nText.");
  directory.put("in/b.md", "Text.");
  directory.put("in/c.md", "---\ndraft: true\n---\n\nText.");
  const BatchReport report = run_batch(options_for(directory));
  EXPECT_FALSE(report.good());
  EXPECT_EQ(report.articles().at(0).status, Status::failed);
  EXPECT_THAT(report.articles().at(0).error, HasSubstr("no voice \"nobody\""));
  EXPECT_EQ(report.articles().at(1).status, Status::rendered);
  EXPECT_EQ(report.articles().at(2).status, Status::skipped);
  EXPECT_EQ(report.articles().at(2).reason, "draft: true");
}

TEST(RunBatch, DoesAsItsProjectSays) {
  const TemporaryDirectory directory;
  directory.put("site/posts/a.md", "Text.");
  BatchOptions options;
  options.project = directory.put("site/aloud.toml", "inputs = [\"posts\"]\noutput = \"audio\"\nformats = [\"flac\"]\n");
  options.voice = test_voice("");
  options.engine = test_engine();
  EXPECT_THAT(run_batch(options).articles().at(0).files, ElementsAre("a.flac"));
  EXPECT_TRUE(std::filesystem::exists(directory / "site/audio/a.flac"));
  options.formats = {"wav"};
  options.output = directory / "other";
  EXPECT_THAT(run_batch(options).articles().at(0).files, ElementsAre("a.wav"));
}

TEST(RunBatch, LeavesWhatIsDatedInTheFutureIfItIsAskedTo) {
  const TemporaryDirectory directory;
  directory.put("in/a.md", "---\ndate: 2030-01-01\n---\n\nText.");
  BatchOptions options = options_for(directory);
  options.future = Future::skip;
  options.source_date_epoch = 1700000000;  // November 2023
  EXPECT_EQ(check_batch(options).count(Status::skipped), 1U);
  options.source_date_epoch = 1900000000;  // March 2030
  EXPECT_EQ(check_batch(options).count(Status::outdated), 1U);
  options.source_date_epoch = 1700000000;
  options.future = Future::render;
  EXPECT_EQ(check_batch(options).count(Status::outdated), 1U);
}

TEST(RunBatch, TellsAndRemovesWhatHasNoArticleAnyMore) {
  const TemporaryDirectory directory;
  directory.put("in/a.md", "Text.");
  const std::string gone = directory.put("in/b.md", "Text.");
  BatchOptions options = options_for(directory);
  run_batch(options);
  std::filesystem::remove(gone);
  EXPECT_THAT(run_batch(options).orphans(), ElementsAre("b.ogg"));
  options.prune = Prune::yes;
  EXPECT_THAT(run_batch(options).orphans(), ElementsAre());
  EXPECT_FALSE(std::filesystem::exists(directory / "out/b.ogg"));
}

TEST(RunBatch, SharesTheArticlesAmongShards) {
  const TemporaryDirectory directory;
  for (const char* name : {"in/a.md", "in/b.md", "in/c.md"}) directory.put(name, "Text.");
  BatchOptions options = options_for(directory);
  options.shards = 2;
  std::size_t rendered = 0;
  for (options.shard = 1; options.shard <= 2; ++options.shard) rendered += run_batch(options).count(Status::rendered);
  EXPECT_EQ(rendered, 3U);
}

TEST(RunBatch, RefusesACallThatCannotBe) {
  const TemporaryDirectory directory;
  directory.put("in/a.md", "Text.");
  const auto message_of = [](const BatchOptions& options) {
    const Error error = error_of([&] { run_batch(options); });
    EXPECT_EQ(error.kind(), ErrorKind::usage) << error.what();
    return error.message();
  };
  BatchOptions options = options_for(directory);
  options.shard = 3;
  options.shards = 2;
  EXPECT_THAT(message_of(options), HasSubstr("no shard 3 of 2"));
  options.shard = 1;
  options.prune = Prune::yes;
  EXPECT_THAT(message_of(options), HasSubstr("pruning"));
  options = options_for(directory);
  options.inputs.clear();
  EXPECT_THAT(message_of(options), HasSubstr("nothing to render"));
  options = options_for(directory);
  options.output.clear();
  EXPECT_THAT(message_of(options), HasSubstr("say where to write"));
  options = options_for(directory);
  options.formats = {"ogv"};
  EXPECT_THAT(message_of(options), HasSubstr("unknown audio format \"ogv\""));
  options = options_for(directory);
  options.voice.changes = {{"rate", "1"}};
  EXPECT_THAT(message_of(options), HasSubstr("rate"));
}

TEST(BatchReport, IsWrittenAsAnyOfItsFormats) {
  const TemporaryDirectory directory;
  directory.put("in/a.md", "Text.");
  const BatchReport report = run_batch(options_for(directory));
  EXPECT_THAT(report.text("text"), HasSubstr("a.md"));
  EXPECT_THAT(report.text("json"), HasSubstr("\"articles\""));
  EXPECT_THAT(report.text("junit"), HasSubstr("<testsuite"));
  EXPECT_EQ(error_of([&] { return report.text("yaml"); }).kind(), ErrorKind::usage);
}

}  // namespace
}  // namespace aloud::v0
