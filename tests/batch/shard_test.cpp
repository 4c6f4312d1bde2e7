#include "batch/shard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "util/error.h"

namespace aloud {
namespace {

using Variables = std::map<std::string, std::string>;

Shard detected(const Variables& variables) {
  return detect_shard([&](const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

std::string refusal_of(const Variables& variables) {
  try {
    detected(variables);
    return "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.message();
  }
}

TEST(Shard, ReadsWhatSchedulersSet) {
  const std::pair<Variables, Shard> cases[] = {
      {{{"ALOUD_SHARD", "3/4"}, {"CI_NODE_INDEX", "1"}, {"CI_NODE_TOTAL", "2"}}, {3, 4}},
      {{{"SLURM_ARRAY_TASK_ID", "7"},
        {"SLURM_ARRAY_TASK_MIN", "5"},
        {"SLURM_ARRAY_TASK_MAX", "9"},
        {"SLURM_ARRAY_TASK_COUNT", "5"}},
       {3, 5}},
      {{{"SLURM_ARRAY_TASK_ID", "20"},
        {"SLURM_ARRAY_TASK_MIN", "0"},
        {"SLURM_ARRAY_TASK_MAX", "30"},
        {"SLURM_ARRAY_TASK_STEP", "10"},
        {"SLURM_ARRAY_TASK_COUNT", "4"}},
       {3, 4}},
      {{{"SLURM_STEP_ID", "0"}, {"SLURM_PROCID", "1"}, {"SLURM_NTASKS", "2"}}, {2, 2}},
      {{{"SLURM_ARRAY_TASK_ID", "1"},
        {"SLURM_ARRAY_TASK_MIN", "0"},
        {"SLURM_ARRAY_TASK_COUNT", "2"},
        {"SLURM_STEP_ID", "0"},
        {"SLURM_PROCID", "2"},
        {"SLURM_NTASKS", "3"}},
       {6, 6}},
      {{{"JOB_COMPLETION_INDEX", "0"}, {"JOB_COMPLETIONS", "8"}}, {1, 8}},
      {{{"CI_NODE_INDEX", "2"}, {"CI_NODE_TOTAL", "2"}}, {2, 2}},
      {{{"CIRCLE_NODE_INDEX", "0"}, {"CIRCLE_NODE_TOTAL", "1"}}, {1, 1}},
      {{{"BUILDKITE_PARALLEL_JOB", "4"}, {"BUILDKITE_PARALLEL_JOB_COUNT", "5"}}, {5, 5}},
      {{{"AWS_BATCH_JOB_ARRAY_INDEX", "2"}, {"AWS_BATCH_JOB_ARRAY_SIZE", "10"}}, {3, 10}},
      {{{"CLOUD_RUN_TASK_INDEX", "1"}, {"CLOUD_RUN_TASK_COUNT", "2"}}, {2, 2}},
      {{{"SGE_TASK_ID", "3"}, {"SGE_TASK_LAST", "3"}}, {3, 3}},
      {{{"SGE_TASK_ID", "undefined"}, {"BUILDKITE_PARALLEL_JOB", "0"}, {"BUILDKITE_PARALLEL_JOB_COUNT", "2"}}, {1, 2}},
  };
  for (const auto& [variables, shard] : cases) EXPECT_EQ(detected(variables), shard) << variables.begin()->first;
}

TEST(Shard, SaysWhatIsMissing) {
  EXPECT_NE(refusal_of({}).find("give --shard I/N"), std::string::npos);
  EXPECT_NE(refusal_of({{"GITHUB_ACTIONS", "true"}}).find("strategy.job-index"), std::string::npos);
  EXPECT_NE(refusal_of({{"JOB_COMPLETION_INDEX", "0"}}).find("JOB_COMPLETIONS"), std::string::npos);
  EXPECT_NE(refusal_of({{"CI_NODE_INDEX", "0"}, {"CI_NODE_TOTAL", "2"}}).find("counts from 1"), std::string::npos);
  EXPECT_NE(refusal_of({{"CI_NODE_INDEX", "3"}, {"CI_NODE_TOTAL", "2"}}).find("part 3 of 2"), std::string::npos);
  EXPECT_NE(refusal_of({{"CIRCLE_NODE_INDEX", "x"}, {"CIRCLE_NODE_TOTAL", "2"}}).find("no number"), std::string::npos);
  // --array=1,3,7
  EXPECT_NE(refusal_of({{"SLURM_ARRAY_TASK_ID", "3"},
                        {"SLURM_ARRAY_TASK_MIN", "1"},
                        {"SLURM_ARRAY_TASK_MAX", "7"},
                        {"SLURM_ARRAY_TASK_COUNT", "3"}})
                .find("gaps"),
            std::string::npos);
}

TEST(Shard, ParsesByHand) {
  EXPECT_EQ(parse_shard("2/5"), (Shard{2, 5}));
  for (const char* bad : {"", "2", "0/5", "6/5", "1/0", "a/b", "1/2/3", "-1/2", "1/99999999999"})
    EXPECT_THROW(parse_shard(bad), Error) << bad;
}

std::vector<SelectedArticle> articles(std::size_t count) {
  std::vector<SelectedArticle> all;
  for (std::size_t i = 0; i < count; ++i)
    all.push_back({"a" + std::to_string(1000 + i), "", "", (i * 7919) % 5000 + (i % 50 == 0 ? 100000 : 0)});
  return all;
}

TEST(Shard, EveryArticleIsInExactlyOneAndTheyEndTogether) {
  const std::vector<SelectedArticle> all = articles(300);
  for (const unsigned count : {1U, 2U, 3U, 7U, 299U, 400U}) {
    std::map<std::string, int> times;
    std::uint64_t least = ~0ULL, most = 0;
    for (unsigned index = 1; index <= count; ++index) {
      std::uint64_t bytes = 0;
      for (const SelectedArticle& article : articles_of_shard(all, {index, count})) {
        ++times[article.name];
        bytes += article.bytes;
      }
      least = std::min(least, bytes);
      most = std::max(most, bytes);
    }
    EXPECT_EQ(times.size(), all.size());
    for (const auto& [name, number] : times) EXPECT_EQ(number, 1) << name;
    if (count <= 3) {
      EXPECT_LT(most - least, most / 50) << count;
    }
  }
}

}  // namespace
}  // namespace aloud
