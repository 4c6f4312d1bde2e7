// End to end: whatever happens to a batch, what is there is whole, --check tells the truth, and the next run completes.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "batch/manifest.h"
#include "cli/batch_process.h"
#include "cli/batch_site.h"
#include "support/test_paths.h"
#include "util/digest.h"

namespace aloud::test {
namespace {

TEST(BatchReliability, KilledAtAnyMomentLeavesWholeFilesAndTheNextRunCompletes) {
  const Site undisturbed;
  fill(undisturbed);
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(undisturbed.batch({"--no-cache"}).status, 0);
  const auto whole_run = std::chrono::steady_clock::now() - begin;
  const auto wanted = undisturbed.outputs();
  constexpr int kKills = 12;
  for (int i = 0; i < kKills; ++i) {
    const Site site;
    fill(site);
    const pid_t child = start_batch(site, batch_command());
    std::this_thread::sleep_for(whole_run * i / kKills);
    ::kill(child, SIGKILL);
    const bool killed = status_of(child) != 0;
    for (const auto& [name, bytes] : site.outputs()) {
      const bool own = name.starts_with(".aloud-") || name.starts_with(".") || name.find("/.") != std::string::npos;
      EXPECT_TRUE(own || bytes == wanted.at(name)) << name << " after kill " << i;
    }
    const auto left = site.outputs();
    const bool complete = std::all_of(wanted.begin(), wanted.end(), [&](const auto& file) {
      const auto found = left.find(file.first);
      return found != left.end() && found->second == file.second;
    });
    EXPECT_TRUE(killed || complete);  // a kill may also come when all is done
    EXPECT_EQ(site.batch({"--check"}).status, complete ? 0 : 1) << "after kill " << i;
    EXPECT_EQ(site.batch().status, 0);
    EXPECT_TRUE(site.outputs() == wanted) << "after kill " << i;
    EXPECT_EQ(site.batch({"--check"}).status, 0);
  }
}

// What was finished before a kill is not made again, even without the cache.
TEST(BatchReliability, JournalIsBelievedWhenTheManifestIsNotThere) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  const std::string whole = read_file(site.out("manifest.json"));
  std::string journal;
  for (const SharedArticle& article : parse_manifest(whole).manifest.articles) journal += '\n' + to_json_line(*article) + '\n';
  std::filesystem::remove(site.out("manifest.json"));
  site.place().put("out/.aloud-journal", journal.substr(0, journal.size() - 10));  // torn in its last line
  const Outcome check = site.batch({"--check"});
  EXPECT_EQ(check.status, 1);
  EXPECT_EQ(counters(check.err)["outdated"], "1");
  const Outcome outcome = site.batch();
  EXPECT_EQ(counters(outcome.out)["rendered"], "1");
  EXPECT_EQ(counters(outcome.out)["unchanged"], "2");
  EXPECT_EQ(read_file(site.out("manifest.json")), whole);
  EXPECT_FALSE(std::filesystem::exists(site.out(".aloud-journal")));
}

TEST(BatchReliability, TermLeavesNoTemporaryFiles) {
  const Site site;
  fill(site);
  const pid_t child = start_batch(site, batch_command());
  while (site.outputs().empty() && ::kill(child, 0) == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  ::kill(child, SIGTERM);
  const int status = status_of(child);
  EXPECT_TRUE(status == 143 || status == 0) << status;
  for (const auto& [name, bytes] : site.outputs()) EXPECT_TRUE(name.find("/.") == std::string::npos) << name;
  EXPECT_EQ(site.batch().status, 0);
}

TEST(BatchReliability, TwoAtOnceMakeTheSame) {
  const Site alone, crowded;
  fill(alone);
  fill(crowded);
  ASSERT_EQ(alone.batch().status, 0);
  const pid_t one = start_batch(crowded, batch_command());
  const pid_t two = start_batch(crowded, batch_command());
  EXPECT_EQ(status_of(one), 0);
  EXPECT_EQ(status_of(two), 0);
  EXPECT_TRUE(crowded.outputs() == alone.outputs());
  EXPECT_EQ(crowded.batch({"--check"}).status, 0);
}

// A disk that takes no more than 40 kB in a file: nothing that does not fit appears, the rest does.
TEST(BatchReliability, FullDiskCostsWhatDoesNotFit) {
  const Site site;
  std::string text;
  for (int i = 0; i < 40; ++i) text += "This is one of many sentences, number " + std::to_string(i) + ". ";
  site.put("long.txt", text);
  site.put("short.txt", "Yes.");
  std::vector<std::string> command = batch_command();
  command.emplace_back("--no-cache");
  EXPECT_EQ(status_of(start_batch(site, command, 200'000)), 1);
  EXPECT_FALSE(std::filesystem::exists(site.out("long.wav")));
  EXPECT_TRUE(std::filesystem::exists(site.out("short.wav")));
  EXPECT_EQ(site.batch({"--check"}).status, 1);
  EXPECT_EQ(site.batch().status, 0);
  EXPECT_EQ(site.batch({"--check"}).status, 0);
}

TEST(BatchReliability, OutputThatCannotBeWrittenIsSaid) {
  const Site site;
  site.place().put("out", "a file");
  const Outcome outcome = site.batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.err.find("aloud: out: is a file, not a directory\n"), std::string::npos) << outcome.err;
}

TEST(BatchReliability, DirectoryInTheWayCostsThatArticle) {
  const Site site;
  std::filesystem::create_directories(site.out("a.wav"));
  const Outcome outcome = site.batch();
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(counters(outcome.out)["rendered"], "2");
  EXPECT_NE(outcome.err.find("failed        in/a.md: out/a.wav: cannot write: Is a directory"), std::string::npos)
      << outcome.err;
}

TEST(BatchReliability, ArticleThatIsNotThereCostsThatArticle) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  site.remove("a.md");
  std::filesystem::create_symlink("nowhere.md", site.place() / "in/a.md");
  const Outcome outcome = site.batch({"--prune"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(counters(outcome.out)["unchanged"], "2");
  EXPECT_NE(outcome.err.find("failed        in/a.md: cannot open: No such file or directory"), std::string::npos)
      << outcome.err;
  EXPECT_TRUE(std::filesystem::exists(site.out("a.wav")));  // what there was of it stays
}

TEST(BatchReliability, TakesOddNamesAndLoops) {
  const Site site;
  const std::string odd = "odd\nname \xff.md";
  site.put(odd, "Odd, but speakable.\n");
  site.put("with space/50%.md", "Half.\n");
  std::filesystem::create_directory_symlink("..", site.place() / "in/posts/loop");
  const Outcome outcome = site.batch();
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(counters(outcome.out)["rendered"], "5");
  EXPECT_TRUE(std::filesystem::exists(site.out("odd\nname \xff.wav")));
  EXPECT_EQ(counters(site.batch().out)["unchanged"], "5");
  EXPECT_EQ(site.batch({"--check"}).status, 0);
  site.remove(odd);
  EXPECT_EQ(counters(site.batch({"--prune"}).out)["orphans_removed"], "2");
  EXPECT_FALSE(std::filesystem::exists(site.out("odd\nname \xff.wav")));
}

TEST(BatchReliability, ManifestEditedByHandNeitherLeadsOutNorLies) {
  const Site site;
  ASSERT_EQ(site.batch().status, 0);
  const std::string whole = read_file(site.out("manifest.json"));
  const std::string precious = site.place().put("precious.txt", "keep me");
  Manifest forged;
  forged.orphans = {{{"../precious.txt", 7, sha256_of("keep me")}, "x"}};
  for (const std::string& text : {std::string("<<<<<<< HEAD\n") + whole, std::string(), whole.substr(0, whole.size() / 2),
                                  manifest_text(forged), std::string(100000, '[')}) {
    site.place().put("out/manifest.json", text);
    EXPECT_EQ(site.batch({"--check"}).status, 1);
    EXPECT_EQ(site.batch({"--prune"}).status, 0);
    EXPECT_EQ(read_file(site.out("manifest.json")), whole);
  }
  EXPECT_EQ(read_file(precious), "keep me");
}

// Many small articles: the time for each and the memory stay what they are for few.
TEST(BatchReliability, ManyTinyArticlesStayCheap) {
  const TemporaryDirectory place;
  constexpr int kMany = 300;
  for (int i = 0; i < kMany; ++i) place.put("in/" + std::to_string(i % 10) + "/" + std::to_string(i) + ".txt", "Yes.\n");
  const RunOptions there{{}, place.path().string(), {}};
  const std::vector<std::string> command = {"batch", "in", "-o", "out", "--rate", "449", "-f", "wav", "--stats", "-q"};
  const Outcome first = aloud(command, there);
  ASSERT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(counters(first.out)["rendered"], std::to_string(kMany));
  EXPECT_GE(std::stoi(counters(first.out)["reused_takes"]), kMany - 50);  // they all say the same
  EXPECT_EQ(counters(aloud(command, there).out)["unchanged"], std::to_string(kMany));
}

}  // namespace
}  // namespace aloud::test
