// End to end: parts of a batch on several machines, joined into what one machine would have made.
#include <gtest/gtest.h>

#include "cli/batch_site.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

// All but the files of shards themselves.
std::map<std::string, std::string> without_parts(std::map<std::string, std::string> files) {
  std::erase_if(files, [](const auto& file) { return file.first.find("-of-") != std::string::npos; });
  return files;
}

TEST(BatchShards, TogetherMakeWhatOneRunMakes) {
  const Site whole, parts;
  ASSERT_EQ(whole.batch().status, 0);
  whole.put("no.md", "---\ntts: false\n---\nNo.\n");
  parts.put("no.md", "---\ntts: false\n---\nNo.\n");
  for (const char* shard : {"2/3", "3/3", "1/3"})
    ASSERT_EQ(parts.batch({"--shard", shard, "--report", std::string("json=r") + shard[0] + ".json"}).status, 0) << shard;
  const RunOptions there{{}, parts.place().path().string(), {}};
  const Outcome merged = aloud({"batch", "merge", "out", "r1.json", "r2.json", "r3.json", "--report", "text"}, there);
  ASSERT_EQ(merged.status, 0) << merged.err;
  EXPECT_NE(merged.out.find("3 rendered, 1 skipped"), std::string::npos) << merged.out;
  EXPECT_TRUE(without_parts(parts.outputs()) == whole.outputs());
  EXPECT_EQ(parts.batch({"--check"}).status, 0);
  EXPECT_EQ(counters(parts.batch().out)["unchanged"], "3");
  EXPECT_TRUE(parts.outputs() == whole.outputs());  // the parts' own files are superseded
}

TEST(BatchShards, MergeRefusesGaps) {
  const Site site;
  ASSERT_EQ(site.batch({"--shard", "1/2"}).status, 0);
  const Outcome outcome = aloud({"batch", "merge", "out"}, {{}, site.place().path().string(), {}});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.err, "aloud: out/manifest.1-of-2.json: shard 2/2 is missing: run it, then merge again\n");
  EXPECT_FALSE(std::filesystem::exists(site.out("manifest.json")));
}

TEST(BatchShards, EachTakesItsPartFromTheScheduler) {
  const Site site;
  for (const char* task : {"4", "5"}) {
    RunOptions slurm;
    slurm.environment = {std::string("SLURM_ARRAY_TASK_ID=") + task, "SLURM_ARRAY_TASK_MIN=4", "SLURM_ARRAY_TASK_MAX=5",
                         "SLURM_ARRAY_TASK_COUNT=2"};
    ASSERT_EQ(site.batch({"--shard", "auto"}, slurm).status, 0);
  }
  EXPECT_EQ(aloud({"batch", "merge", "out", "-q"}, {{}, site.place().path().string(), {}}).status, 0);
  EXPECT_EQ(site.manifest()["articles"].size(), 3U);
}

TEST(BatchShards, RunAgainDoesNothing) {
  const Site site;
  ASSERT_EQ(site.batch({"--shard", "1/2"}).status, 0);
  EXPECT_EQ(counters(site.batch({"--shard", "1/2"}).out)["rendered"], "0");
  EXPECT_EQ(site.batch({"--shard", "1/2", "--check"}).status, 0);
  EXPECT_EQ(site.batch({"--shard", "2/2", "--check"}).status, 1);
}

TEST(BatchShards, MoreThanArticlesLeaveSomeEmpty) {
  const Site site;
  for (const char* shard : {"1/5", "2/5", "3/5", "4/5", "5/5"}) ASSERT_EQ(site.batch({"--shard", shard}).status, 0);
  EXPECT_EQ(aloud({"batch", "merge", "out"}, {{}, site.place().path().string(), {}}).status, 0);
}

TEST(BatchShards, RunUnderGnuParallel) {
  const Site site;
  const Outcome outcome = run({"parallel", "--will-cite", "-j2", "--joblog", "jobs.tsv", "'" ALOUD_BINARY "'",
                               "batch in -o out --rate 449 -f wav -t json --quiet --shard {}", ":::", "1/2", "2/2"},
                              {{},
                               site.place().path().string(),
                               {"ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices", "ALOUD_CACHE_DIR=" + (site.place() / "cache"),
                                "HOME=" + site.place().path().string()}});
  if (outcome.status == 127) GTEST_SKIP() << "GNU parallel is not installed";
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(aloud({"batch", "merge", "out", "-q"}, {{}, site.place().path().string(), {}}).status, 0);
  const Site whole;
  ASSERT_EQ(whole.batch().status, 0);
  EXPECT_TRUE(without_parts(site.outputs()) == whole.outputs());
}

}  // namespace
}  // namespace aloud::test
