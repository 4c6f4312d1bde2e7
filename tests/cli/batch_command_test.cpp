// End to end: a tree of articles becomes audio, and only what changed is made again.
#include <gtest/gtest.h>

#include "cli/batch_site.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

using Counters = std::map<std::string, std::string>;

constexpr const char* kEverything =
    "a.json a.wav manifest.json posts/c.json posts/c.wav posts/the-second.json posts/the-second.wav";

TEST(Batch, RendersATreeAndThenNothing) {
  const Site site;
  const Outcome first = site.batch();
  ASSERT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(site.output_names(), kEverything);
  EXPECT_EQ(counters(first.out)["rendered"], "3");
  const auto before = site.outputs();
  const Outcome second = site.batch();
  EXPECT_EQ(second.status, 0);
  EXPECT_EQ(counters(second.out)["unchanged"], "3");
  EXPECT_EQ(counters(second.out)["rendered"], "0");
  EXPECT_EQ(counters(second.out)["utterances"], "0");
  EXPECT_TRUE(site.outputs() == before);
}

TEST(Batch, OutputsAreThoseOfRender) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  const std::string other = site.place() / "a.wav";
  ASSERT_EQ(aloud({"render", site.place() / "in/a.md", "-o", other, "-t", "json", "--rate", "449"}).status, 0);
  EXPECT_TRUE(read_file(other) == read_file(site.out("a.wav")));
  EXPECT_TRUE(read_file(site.place() / "a.json") == read_file(site.out("a.json")));
}

TEST(Batch, ManifestTellsOfEachFile) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  const auto manifest = site.manifest();
  ASSERT_EQ(manifest["articles"].size(), 3U);
  const auto& second = manifest["articles"][1];
  EXPECT_EQ(second["article"], "in/posts/b.md");
  EXPECT_EQ(second["title"], "Second");
  EXPECT_EQ(second["coverage"]["unaccounted"], 0);
  const auto& audio = second["audio"][0];
  EXPECT_EQ(audio["path"], "posts/the-second.wav");
  EXPECT_EQ(audio["bytes"], std::filesystem::file_size(site.out("posts/the-second.wav")));
  const Outcome sum = run({"sha256sum", site.out("posts/the-second.wav")});
  EXPECT_EQ(audio["sha256"], sum.out.substr(0, 64));
  EXPECT_EQ(audio["timelines"][0]["path"], "posts/the-second.json");
  const std::string text = read_file(site.out("manifest.json"));
  EXPECT_EQ(text.find(site.place().path().string()), std::string::npos);
  EXPECT_FALSE(manifest.contains("generated"));
}

TEST(Batch, ALanguageIsTheSameHoweverItIsWritten) {
  const Site site;
  site.put("posts/c.txt", "Es war Nacht, und alles schlief.\n");
  site.place().put("aloud.toml", "[[articles]]\nmatch = \"in/posts/c.txt\"\nlanguage = \"de_DE\"\n");
  ASSERT_EQ(site.batch().status, 0);
  EXPECT_EQ(site.manifest()["articles"][2]["language"], "de-DE");
  site.place().put("aloud.toml", "[[articles]]\nmatch = \"in/posts/c.txt\"\nlanguage = \"de-de\"\n");
  EXPECT_EQ(counters(site.batch().out)["unchanged"], "3");
}

TEST(Batch, ManifestIsTheSameElsewhere) {
  const Site one, two;
  RunOptions clock;
  clock.environment = {"SOURCE_DATE_EPOCH=1700000000"};
  ASSERT_EQ(one.batch({"--jobs", "1"}, clock).status, 0);
  ASSERT_EQ(
      aloud({"batch", two.place() / "in", "-o", two.place() / "out", "--rate", "449", "-f", "wav", "-t", "json", "--jobs", "3"},
            {{}, two.place().path().string(), clock.environment})
          .status,
      0);
  EXPECT_EQ(read_file(one.out("manifest.json")), read_file(two.out("manifest.json")));
  EXPECT_EQ(one.manifest()["generated"], "2023-11-14T22:13:20Z");
}

TEST(Batch, OneSentenceChangedCostsOneSentence) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  site.put("a.md", "# First\n\nOne sentence here. A wholly new one there.\n");
  const Outcome outcome = site.batch();
  EXPECT_EQ(counters(outcome.out)["rendered"], "1");
  EXPECT_EQ(counters(outcome.out)["utterances"], "3");
  EXPECT_EQ(counters(outcome.out)["reused_takes"], "2");
  EXPECT_NE(outcome.err.find("(the article changed)"), std::string::npos) << outcome.err;
}

TEST(Batch, TimeStampsDecideNothing) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  ASSERT_EQ(run({"touch", site.place() / "in/a.md"}).status, 0);
  ASSERT_EQ(run({"touch", "-d", "2001-01-01", site.out("a.wav"), site.out("manifest.json")}).status, 0);
  EXPECT_EQ(counters(site.batch().out)["unchanged"], "3");
  // The same size and the same time, and other bytes.
  const auto time = std::filesystem::last_write_time(site.place() / "in/a.md");
  site.put("a.md", "# First\n\nOne sentence hare. Another one there.\n");
  std::filesystem::last_write_time(site.place() / "in/a.md", time);
  EXPECT_EQ(counters(site.batch().out)["rendered"], "1");
}

TEST(Batch, SaysWhyEachIsMadeAgain) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  std::filesystem::remove(site.out("a.json"));
  site.place().put("out/posts/c.wav", "rubbish");
  const Outcome plan = site.batch({"--dry-run"});
  EXPECT_EQ(plan.status, 0);
  EXPECT_NE(plan.out.find("outdated      in/a.md  (a.json is missing)\n"), std::string::npos) << plan.out;
  EXPECT_NE(plan.out.find("outdated      in/posts/c.txt  (posts/c.wav is damaged, or was changed by another hand)\n"),
            std::string::npos)
      << plan.out;
  EXPECT_EQ(read_file(site.out("posts/c.wav")), "rubbish");
  EXPECT_NE(site.batch({"--dry-run", "--voice", "en-gb"}).out.find("in/a.md  (the voice changed)"), std::string::npos);
  EXPECT_NE(site.batch({"--dry-run", "-t", "vtt"}).out.find("in/a.md  (its quality or timelines changed)"), std::string::npos);
  EXPECT_EQ(site.batch().status, 0);
  EXPECT_EQ(site.output_names(), kEverything);
}

TEST(Batch, AnEditedLexiconCostsTheArticlesThatHaveItAndTheirSentencesThatUseIt) {
  const Site site;
  site.place().put("aloud.toml", "");  // its directory is the project, whose files an article may name
  site.place().put("names.txt", "second\tother\n");
  site.put("posts/b.md", "---\nlexicon: ../../names.txt\n---\n\nA second article. It ends.\n");
  ASSERT_EQ(site.batch().status, 0);
  site.place().put("names.txt", "# a comment changes nothing\nsecond\tother\n");
  EXPECT_EQ(counters(site.batch().out)["unchanged"], "3");
  site.place().put("names.txt", "second\tnext\n");
  const Outcome outcome = site.batch();
  EXPECT_EQ(counters(outcome.out)["rendered"], "1");
  EXPECT_EQ(counters(outcome.out)["utterances"], "2");
  EXPECT_EQ(counters(outcome.out)["reused_takes"], "1");
  EXPECT_NE(outcome.err.find("(the lexicons changed)"), std::string::npos) << outcome.err;
  site.place().put("names.txt", "second\n");
  const Outcome broken = site.batch();
  EXPECT_EQ(broken.status, 1);
  EXPECT_NE(broken.err.find("names.txt:1: "), std::string::npos) << broken.err;
  EXPECT_EQ(counters(broken.out)["unchanged"], "2");
}

TEST(Batch, LexiconsOfTheProjectAreUnderThoseOfTheArticleAndTheCall) {
  const Site site;
  site.place().put("project.txt", "alpha\tp\nbeta\tp\ngamma\tp\n");
  site.place().put("own.txt", "beta\ta\ngamma\ta\n");
  site.place().put("call.txt", "gamma\tc\n");
  site.place().put("aloud.toml", "lexicons = \"project.txt\"\n");
  site.put("a.md", "---\nlexicon: ../own.txt\n---\n\nAlpha beta gamma.\n");
  const Outcome outcome = site.batch({"--lexicon", "call.txt", "--depfile", "deps"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(read_file(site.out("a.json")).find("\"p a c.\""), std::string::npos) << read_file(site.out("a.json"));
  const std::string deps = read_file(site.place() / "deps");
  for (const char* name : {"project.txt", "own.txt", "call.txt"}) EXPECT_NE(deps.find(name), std::string::npos) << deps;
  EXPECT_NE(site.batch().err.find("the lexicons changed"), std::string::npos);
  std::filesystem::remove(site.place() / "aloud.toml");
  EXPECT_NE(site.batch().err.find("the lexicons changed"), std::string::npos);
  const Outcome missing = site.batch({"--lexicon", "none.txt"});
  EXPECT_NE(missing.status, 0);
  EXPECT_NE(missing.err.find("none.txt: cannot open"), std::string::npos) << missing.err;
}

TEST(Batch, CheckWritesNothingAndTellsTheTruth) {
  const Site site;
  EXPECT_EQ(site.batch({"--check"}).status, 1);
  EXPECT_EQ(site.output_names(), "");
  EXPECT_FALSE(std::filesystem::exists(site.place() / "out"));
  ASSERT_EQ(site.batch().status, 0);
  const Outcome good = site.batch({"--check"});
  EXPECT_EQ(good.status, 0) << good.out;
  const std::string whole = read_file(site.out("manifest.json"));
  const auto verdict = [&] {
    const auto before = site.outputs();
    const Outcome outcome = site.batch({"--check"});
    EXPECT_TRUE(site.outputs() == before);
    return std::to_string(outcome.status) + ' ' + outcome.out;
  };
  std::string edited = whole;
  edited.replace(edited.find("\"title\":\"First\""), 15, "\"title\":\"Fist\"");
  site.place().put("out/manifest.json", edited);
  EXPECT_NE(verdict().find("the entry of in/a.md was changed by another hand"), std::string::npos) << verdict();
  std::string respaced = whole;
  respaced.insert(respaced.find('\n'), " ");
  site.place().put("out/manifest.json", respaced);
  EXPECT_NE(verdict().find("manifest.json is not as a batch would write it"), std::string::npos) << verdict();
  std::filesystem::remove(site.out("manifest.json"));
  EXPECT_EQ(verdict().front(), '1');
  EXPECT_EQ(site.batch().status, 0);
  EXPECT_EQ(read_file(site.out("manifest.json")), whole);
  site.remove("posts/c.txt");
  EXPECT_NE(verdict().find("orphan        posts/c.wav (of in/posts/c.txt)"), std::string::npos) << verdict();
}

TEST(Batch, PruneRemovesOnlyWhatIsOurs) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  site.place().put("out/posts/mine.wav", "not of the batch");
  site.remove("posts/c.txt");
  const Outcome kept = site.batch();
  EXPECT_EQ(counters(kept.out)["orphans"], "2");
  EXPECT_TRUE(std::filesystem::exists(site.out("posts/c.wav")));
  EXPECT_EQ(site.manifest()["orphans"].size(), 2U);
  site.place().put("out/posts/c.json", "changed by hand");
  const Outcome outcome = site.batch({"--prune"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["orphans_removed"], "1");
  EXPECT_EQ(site.output_names(),
            "a.json a.wav manifest.json posts/c.json posts/mine.wav posts/the-second.json posts/the-second.wav");
}

TEST(Batch, NewSlugLeavesTheOldNameAsAnOrphan) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  site.put("posts/b.md", "---\ntitle: Second\nslug: renamed\n---\n\nA second article.\n");
  ASSERT_EQ(site.batch({"--prune"}).status, 0);
  EXPECT_EQ(site.output_names(), "a.json a.wav manifest.json posts/c.json posts/c.wav posts/renamed.json posts/renamed.wav");
}

TEST(Batch, FrontMatterOptsOutAndChoosesAVoice) {
  const Site site;
  site.put("no.md", "---\ntts: false\n---\nNot spoken.\n");
  site.put("draft.md", "---\ndraft: true\n---\nNot yet.\n");
  site.put("voice.md", "---\nvoice: en-gb\n---\nHello.\n");
  const Outcome outcome = site.batch();
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["skipped"], "2");
  EXPECT_EQ(site.manifest()["articles"].back()["voice"], "en-gb");
  EXPECT_EQ(counters(site.batch({"--drafts"}).out)["rendered"], "1");
  EXPECT_TRUE(std::filesystem::exists(site.out("draft.wav")));
}

TEST(Batch, RendersNoArticleWhoseFrontMatterIsBroken) {
  const Site site;
  site.put("secret.md", "---\ntitle: Plans: secret\ndraft: true\n---\nNot yet.\n");
  const Outcome outcome = site.batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(counters(outcome.out)["failed"], "1");
  EXPECT_NE(outcome.err.find("in/secret.md: is not rendered, since its front matter cannot be read whole: line 2: "),
            std::string::npos)
      << outcome.err;
  EXPECT_FALSE(std::filesystem::exists(site.out("secret.wav")));
  EXPECT_TRUE(std::filesystem::exists(site.out("a.wav")));
}

TEST(Batch, AnArticleThatTakesTooMuchIsItsOwnError) {
  const Site site;
  std::string large;
  for (int i = 0; i < 100'000; ++i) large += "- a\n";
  site.put("large.md", large);
  const Outcome outcome = site.batch({"--read-memory", "8M"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(counters(outcome.out)["failed"], "1");
  EXPECT_EQ(counters(outcome.out)["rendered"], "3");
  EXPECT_NE(outcome.err.find("in/large.md: cannot be read: the process that read it "), std::string::npos) << outcome.err;
  EXPECT_EQ(site.batch({"--read-memory", "8 apples"}).status, 2);
  EXPECT_EQ(site.batch({"--read-time", "0"}).status, 2);
}

TEST(Batch, LeavesOutWhatIsDatedInTheFuture) {
  const Site site;
  site.put("soon.md", "---\ndate: 9999-01-01\n---\nNot yet.\n");
  EXPECT_EQ(counters(site.batch({"--no-future"}).out)["skipped"], "1");
  EXPECT_FALSE(std::filesystem::exists(site.out("soon.wav")));
  ASSERT_EQ(site.batch().status, 0);
  EXPECT_TRUE(std::filesystem::exists(site.out("soon.wav")));
}

TEST(Batch, RefusesCollisionsBeforeAnyWork) {
  const Site site;
  site.put("posts/d.md", "---\nslug: the-second\n---\nMine.\n");
  const Outcome outcome = site.batch();
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("in/posts/b.md and in/posts/d.md would both be written to out/posts/the-second.wav"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(site.output_names(), "");
  site.remove("posts/d.md");
  site.put("manifest.md", "A title.\n");
  EXPECT_NE(site.batch().err.find("the manifest and in/manifest.md would both be written to out/manifest.json"),
            std::string::npos);
}

TEST(Batch, OneFailureDoesNotStopTheOthers) {
  const Site site;
  site.put("bad.md", std::string("\0\1\2 binary \0", 12));
  site.put("worse.md", "---\nvoice: nobody\n---\nHello.\n");
  const Outcome outcome = site.batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(counters(outcome.out)["failed"], "2");
  EXPECT_EQ(counters(outcome.out)["rendered"], "3");
  EXPECT_NE(outcome.err.find("failed        in/worse.md: no voice \"nobody\""), std::string::npos) << outcome.err;
  EXPECT_EQ(site.output_names(), kEverything);
  EXPECT_EQ(site.batch({"--check"}).status, 1);
}

// The processes that speak are shared: what breaks them is found, and the others are rendered in new ones.
TEST(Batch, VoiceThatTheEngineDoesNotKnowCostsItsArticles) {
  const Site site;
  site.place().put("aloud.toml", "");
  site.place().put("broken.toml", "language = \"en\"\nengine_voice = \"gmw/xx\"\nloudness = \"none\"\n");
  for (const char* name : {"broken.md", "posts/broken.md", "z.md"})
    site.put(name, "---\nvoice: broken.toml\n---\nHello. There is more of it.\n");
  const Outcome outcome = site.batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(counters(outcome.out)["failed"], "3");
  EXPECT_EQ(counters(outcome.out)["rendered"], "3");
  EXPECT_NE(outcome.err.find("failed        in/z.md: eSpeak NG has no voice \"gmw/xx\""), std::string::npos) << outcome.err;
  EXPECT_EQ(site.output_names(), kEverything);
}

TEST(Batch, FailFastLeavesTheRestForLater) {
  const Site site;
  site.put("posts/b.md", "---\nvoice: nobody\n---\nHello.\n");
  const Outcome outcome = site.batch({"--fail-fast"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(counters(outcome.out)["rendered"], "0");
  EXPECT_EQ(counters(outcome.out)["not_attempted"], "2");
  site.put("posts/b.md", "Hello.\n");
  EXPECT_EQ(counters(site.batch().out)["rendered"], "3");
}

TEST(Batch, KeepsWhatItHadOfAnArticleThatFails) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  site.put("a.md", std::string("\0\1\2\0", 4));
  EXPECT_EQ(site.batch({"--prune"}).status, 1);
  EXPECT_EQ(site.output_names(), kEverything);
  site.put("a.md", "# First\n\nOne sentence here. Another one there.\n");
  EXPECT_EQ(counters(site.batch().out)["unchanged"], "3");
}

TEST(Batch, SeveralFormatsHaveTimelinesOfTheirOwn) {
  const Site site;
  const Outcome outcome = site.batch({"-f", "flac,opus", "-t", "vtt"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const auto manifest = site.manifest();
  std::string files;
  for (const auto& audio : manifest["articles"][0]["audio"]) {
    files += audio["path"].get<std::string>() + ' ';
    for (const auto& timeline : audio["timelines"]) files += timeline["path"].get<std::string>() + ' ';
  }
  EXPECT_EQ(files, "a.wav a.json a.vtt a.flac a.flac.json a.flac.vtt a.opus a.opus.json a.opus.vtt ");
  EXPECT_EQ(counters(site.batch({"-f", "flac,opus", "-t", "vtt"}).out)["unchanged"], "3");
}

TEST(Batch, ProjectFileSaysItAll) {
  const Site site;
  site.place().put("aloud.toml",
                   "inputs = [\"in\"]\noutput = \"audio\"\nformats = [\"wav\"]\nrate = 449\nexclude = [\"c.txt\"]\n"
                   "[[articles]]\nmatch = \"in/posts/**\"\nvoice = \"en-gb\"\n");
  const RunOptions there{{}, site.place().path().string(), {}};
  const Outcome outcome = aloud({"batch", "--stats"}, there);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["rendered"], "2");
  const auto manifest = nlohmann::json::parse(read_file(site.place() / "audio/manifest.json"));
  EXPECT_EQ(manifest["articles"][0]["voice"], "en-us");
  EXPECT_EQ(manifest["articles"][1]["voice"], "en-gb");
  EXPECT_EQ(aloud({"batch", "--check"}, there).status, 0);
  // From elsewhere it means the same.
  EXPECT_EQ(aloud({"batch", "--check", "--project", site.place() / "aloud.toml"}).status, 0);
  site.place().put("aloud.toml", "inputs = [\"in\"]\noutput = \"audio\"\nformat = \"wav\"\n");
  const Outcome wrong = aloud({"batch"}, there);
  EXPECT_EQ(wrong.status, 1);
  EXPECT_EQ(wrong.err, "aloud: aloud.toml:3:1: unknown key \"format\" (did you mean \"formats\"?)\n");
}

TEST(Batch, WritesSeveralReportsAtOnce) {
  const Site site;
  site.put("bad.md", std::string("\0\1", 2));
  const Outcome outcome = site.batch(
      {"--report", "github", "--report", "junit=r.xml", "--report", "json=r.json", "--report", "markdown=r.md", "--quiet"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_TRUE(outcome.out.starts_with("::error file=in/bad.md,title=")) << outcome.out;
  EXPECT_NE(read_file(site.place() / "r.xml").find("tests=\"4\" failures=\"1\""), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(read_file(site.place() / "r.json"))["totals"]["rendered"], 3);
  EXPECT_TRUE(read_file(site.place() / "r.md").starts_with("## aloud batch: not good"));
  EXPECT_EQ(site.batch({"--report", "github", "--report", "text"}).status, 2);
  EXPECT_NE(site.batch({"--report", "junitt"}).err.find("(did you mean \"junit\"?)"), std::string::npos);
}

TEST(Batch, StrictFailsForFindingsOfUnchangedArticlesToo) {
  const Site site;
  site.put("a.md", "# First\n\nWords\x81, and more.\n");  // in no encoding that has such a byte
  EXPECT_EQ(site.batch({"--strict"}).status, 3);
  EXPECT_EQ(site.batch({"--strict"}).status, 3);
  EXPECT_EQ(site.batch().status, 0);
}

TEST(Batch, CacheKeyFollowsTheContent) {
  const Site site;
  const std::string one = site.batch({"--print-cache-key"}).out;
  EXPECT_EQ(one.size(), std::string("aloud-012345678901-012345678901\n").size());
  EXPECT_EQ(site.batch({"--print-cache-key"}).out, one);
  site.put("a.md", "Other words.\n");
  const std::string two = site.batch({"--print-cache-key"}).out;
  EXPECT_NE(two, one);
  EXPECT_EQ(two.substr(0, 18), one.substr(0, 18));
  EXPECT_EQ(site.output_names(), "");
}

TEST(Batch, MakeRunsItWhenSomethingChangedAndGivesItJobs) {
  const Site site;
  site.place().put("Makefile", "out/manifest.json: in\n\t+'" ALOUD_BINARY
                               "' batch in -o out --rate 449 -f wav --depfile deps.d\n-include deps.d\n");
  const auto make = [&] {
    return run({"make", "-j2"},
               {{},
                site.place().path().string(),
                {"ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices", "ALOUD_CACHE_DIR=" + (site.place() / "cache"), "MAKEFLAGS="}});
  };
  const Outcome first = make();
  ASSERT_EQ(first.status, 0) << first.err;
  EXPECT_NE(first.err.find("3 rendered"), std::string::npos) << first.err;
  EXPECT_NE(make().out.find("is up to date"), std::string::npos);
  ASSERT_EQ(run({"touch", "-d", "2001-01-01", site.out("manifest.json")}).status, 0);
  site.put("posts/c.txt", "Changed.\n");
  const Outcome second = make();
  EXPECT_NE(second.err.find("1 rendered, 2 unchanged"), std::string::npos) << second.err;
  site.remove("posts/c.txt");
  EXPECT_EQ(make().status, 0);
}

TEST(Batch, RefusesCallsThatMakeNoSense) {
  const Site site;
  const RunOptions there{{}, site.place().path().string(), {}};
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"batch"}, "aloud: nothing to render: name directories, files or patterns, or write an aloud.toml\n"},
      {{"batch", "in"}, "aloud: say where to write: -o DIR\n"},
      {{"batch", "nowhere", "-o", "out"}, "aloud: nowhere: no such file or directory\n"},
      {{"batch", "in", "-o", "out", "-f", "mp4"},
       "aloud: unknown format \"mp4\" (did you mean \"mp3\"?): use wav, flac, vorbis, opus, mp3, aiff, caf, au, w64 or rf64\n"},
      {{"batch", "in", "-o", "out", "--quality", "3", "-f", "wav"},
       "aloud: --quality is for vorbis, which is not among the formats\n"},
      {{"batch", "in", "-o", "out", "--shard", "3/2"}, "aloud: --shard 3/2: give I/N with 1 <= I <= N, as 2/5, or auto\n"},
      {{"batch", "in", "-o", "out", "--voice", "nobody"}, "aloud: no voice \"nobody\"; \"aloud voices\" lists the voices\n"},
      {{"batch", "in", "-o", "out", "--rate", "1"},
       "aloud: --rate 1: must be a whole number between 80 and 449 (words a minute)\n"},
  };
  for (const auto& [arguments, message] : cases) {
    const Outcome outcome = aloud(arguments, there);
    EXPECT_EQ(outcome.status, 2) << message;
    EXPECT_EQ(outcome.err, message);
  }
  EXPECT_NE(aloud({"batch", "in", "-o", "out", "--dry-run"}, {{}, there.directory, {"SOURCE_DATE_EPOCH=soon"}})
                .err.find("SOURCE_DATE_EPOCH=soon"),
            std::string::npos);
}

}  // namespace
}  // namespace aloud::test
