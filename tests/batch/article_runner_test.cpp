// What a batch does: which files it writes, in which order, and what it leaves alone.
#include "batch/article_runner.h"

#include "batch/batch_in_memory.h"

namespace aloud::test {
namespace {

class ArticleRunner : public BatchInMemory {
 protected:
  ArticleRunner() {
    put("a.md", "First.\n");
    put("b.md", "Second.\n");
    put("c.md", "Third.\n");
  }
};

TEST_F(ArticleRunner, NotesEachArticleOnceItIsMadeAndTheManifestAtTheEnd) {
  request_.settings.project.timelines = {TimelineKind::vtt};
  EXPECT_EQ(batch(), "a.md rendered\nb.md rendered\nc.md rendered\n");
  EXPECT_EQ(work(),
            "write a.wav, write a.vtt, append .aloud-journal, write b.wav, write b.vtt, append .aloud-journal, "
            "write c.wav, write c.vtt, append .aloud-journal, write manifest.json, remove .aloud-journal");
}

TEST_F(ArticleRunner, WritesNothingWhereNothingChanged) {
  batch();
  work();
  EXPECT_EQ(batch(), "a.md unchanged\nb.md unchanged\nc.md unchanged\n");
  EXPECT_EQ(work(), "");
}

TEST_F(ArticleRunner, MakesTheChangedArticleAlone) {
  batch();
  work();
  put("b.md", "Second, changed.\n");
  EXPECT_EQ(batch(), "a.md unchanged\nb.md rendered\nc.md unchanged\n");
  EXPECT_EQ(work(), "write b.wav, append .aloud-journal, write manifest.json, remove .aloud-journal");
}

TEST_F(ArticleRunner, MakesTheFormatAloneThatIsDamaged) {
  request_.settings.project.formats = {AudioFormat::wav, AudioFormat::flac};
  batch();
  work();
  const std::string before = disk_.files["b.flac"];
  disk_.files["b.flac"] += "more";
  EXPECT_EQ(batch(), "a.md unchanged\nb.md rendered\nc.md unchanged\n");
  EXPECT_EQ(work(), "write b.flac, append .aloud-journal, remove .aloud-journal");  // and the manifest says what it said
  EXPECT_TRUE(disk_.files["b.flac"] == before);
}

TEST_F(ArticleRunner, LosesOnlyTheArticleThatHasNoRoom) {
  disk_.full_at = {"b.wav"};
  EXPECT_EQ(batch(), "a.md rendered\nb.md failed: out/b.wav: no room\nc.md rendered\n");
  EXPECT_FALSE(disk_.files.contains("b.wav"));
  EXPECT_EQ(planned(), "b.md: not made yet\n");
  disk_.full_at.clear();
  EXPECT_EQ(batch(), "a.md unchanged\nb.md rendered\nc.md unchanged\n");
}

TEST_F(ArticleRunner, KeepsWhatItKnewOfAnArticleThatFails) {
  request_.settings.project.formats = {AudioFormat::wav, AudioFormat::flac};
  batch();
  put("b.md", "Second, changed.\n");
  disk_.full_at = {"b.flac"};
  EXPECT_EQ(batch(), "a.md unchanged\nb.md failed: out/b.flac: no room\nc.md unchanged\n");
  disk_.full_at.clear();
  work();
  EXPECT_EQ(batch(), "a.md unchanged\nb.md rendered\nc.md unchanged\n");
  EXPECT_EQ(work(), "write b.flac, append .aloud-journal, write manifest.json, remove .aloud-journal");
}

TEST_F(ArticleRunner, StopsAtTheFirstFailureIfAsked) {
  put("b.md", "---\ntts: perhaps\n---\nSecond.\n");
  options_.fail_fast = FailFast::yes;
  EXPECT_EQ(batch(), "a.md not-attempted\nb.md failed: \"tts\" must be true or false, not \"perhaps\"\nc.md not-attempted\n");
  EXPECT_EQ(work(), "write manifest.json");
  options_.fail_fast = FailFast::no;
  EXPECT_EQ(batch(), "a.md rendered\nb.md failed: \"tts\" must be true or false, not \"perhaps\"\nc.md rendered\n");
}

TEST_F(ArticleRunner, TellsTheArticleToBlameFromThoseInItsSession) {
  place_.put("voices/mute.toml", "language = \"en\"\nengine_voice = \"missing\"\nloudness = \"none\"\n");
  put("b.md", "---\nvoice: mute\n---\nSecond.\n");
  const std::string told = batch();
  EXPECT_NE(told.find("a.md rendered\nb.md failed: "), std::string::npos) << told;
  EXPECT_NE(told.find("c.md rendered\n"), std::string::npos) << told;
}

TEST_F(ArticleRunner, RefusesAnArticleThatChangedAfterItWasPlanned) {
  OutputDirectory outputs = directory();
  BatchPlan plan = make_plan(request_, factory_, outputs);
  put("b.md", "Second, changed.\n");
  const BatchReport report = run_batch(std::move(plan), {}, outputs, factory_, options_, {});
  EXPECT_EQ(told(report), "a.md rendered\nb.md failed: was changed while the batch ran: run it again\nc.md rendered\n");
}

TEST_F(ArticleRunner, TakesUpWhereAKilledOneStopped) {
  batch();
  std::map<std::string, std::string> files = disk_.files;
  std::string journal;
  for (const char* name : {"a", "b"}) {
    const std::string& manifest = files["manifest.json"];
    const std::size_t begin = manifest.rfind('\n', manifest.find(std::string("\"article\":\"") + name)) + 1;
    std::string line = manifest.substr(begin, manifest.find('\n', begin) - begin);
    if (line.ends_with(',')) line.pop_back();
    journal += '\n' + line + '\n';
  }
  files.erase("manifest.json");
  files.erase("c.wav");
  files[".aloud-journal"] = journal;
  disk_.files = files;
  work();
  EXPECT_EQ(batch(), "a.md unchanged\nb.md unchanged\nc.md rendered\n");
  EXPECT_EQ(work(), "write c.wav, append .aloud-journal, write manifest.json, remove .aloud-journal");
}

TEST_F(ArticleRunner, PrunesWhatIsItsOwnAndUnchanged) {
  batch();
  remove("a.md");
  remove("b.md");
  disk_.files["b.wav"] += "another hand's";
  options_.prune = Prune::yes;
  work();
  EXPECT_EQ(batch(), "c.md unchanged\n");
  EXPECT_EQ(work(), "remove a.wav, write manifest.json");
  EXPECT_TRUE(disk_.files.contains("b.wav"));
  EXPECT_EQ(planned(), "b.wav: orphan\n");
}

TEST_F(ArticleRunner, ShardsShareTheDirectoryAndTheWork) {
  std::string all;
  for (unsigned index = 1; index <= 2; ++index) {
    request_.shard = {index, 2};
    all += batch();
  }
  EXPECT_EQ(all, "b.md rendered\na.md rendered\nc.md rendered\n");
  EXPECT_TRUE(disk_.files.contains("manifest.1-of-2.json") && disk_.files.contains("manifest.2-of-2.json"));
  request_.shard = {};
  work();
  EXPECT_EQ(batch(), "a.md unchanged\nb.md unchanged\nc.md unchanged\n");
  EXPECT_EQ(work(), "write manifest.json, remove manifest.1-of-2.json, remove manifest.2-of-2.json");
}

}  // namespace
}  // namespace aloud::test
