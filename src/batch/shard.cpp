#include "batch/shard.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <optional>
#include <queue>

#include "util/digest.h"
#include "util/error.h"

namespace aloud {
namespace {

constexpr std::uint64_t kMostShards = 1'000'000;

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorKind::usage, "--shard " + message); }

std::optional<std::uint64_t> number_of(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// What a service sets, in the order in which they are asked: a service that may run inside another stands before it.
struct Service {
  const char* name;
  const char* index;
  const char* count;
  unsigned base;       // of the index
  const char* advice;  // where the count has to be passed by hand; else nullptr
};
constexpr std::array kServices = {
    Service{"AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE", 0,
            "the job definition has to set AWS_BATCH_JOB_ARRAY_SIZE to the size of the array"},
    Service{"Kubernetes", "JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", 0,
            "the Job has to pass its .spec.completions as the variable JOB_COMPLETIONS"},
    Service{"Cloud Run", "CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_COUNT", 0, nullptr},
    Service{"GitLab", "CI_NODE_INDEX", "CI_NODE_TOTAL", 1, nullptr},
    Service{"CircleCI", "CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0, nullptr},
    Service{"Buildkite", "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0, nullptr},
    Service{"SGE", "SGE_TASK_ID", "SGE_TASK_LAST", 1, nullptr},
};

class Detector {
 public:
  explicit Detector(const Environment& environment) : environment_(environment) {}

  Shard detect() const {
    if (const auto named = text("ALOUD_SHARD")) return parse_shard(*named);
    if (text("SLURM_ARRAY_TASK_ID") || text("SLURM_STEP_ID")) return slurm();
    for (const Service& service : kServices) {
      if (text(service.index) && text(service.index) != "undefined") return of(service);
    }
    if (text("GITHUB_ACTIONS")) {
      refuse(
          "auto: GitHub tells a job nothing of its matrix: set ALOUD_SHARD to "
          "${{ strategy.job-index }} + 1, a slash, and ${{ strategy.job-total }} (docs/ci.md)");
    }
    refuse("auto: nothing around this process says which part it is; give --shard I/N, or set ALOUD_SHARD=I/N");
  }

 private:
  std::optional<std::string> text(const char* name) const {
    const char* value = environment_(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
  }

  std::uint64_t number(const char* name) const {
    const auto value = text(name);
    const auto number = value ? number_of(*value) : std::nullopt;
    if (!number) refuse(std::string("auto: ") + name + (value ? " is no number: " + *value : " is not set"));
    return *number;
  }

  static Shard shard_of(std::uint64_t index_from_0, std::uint64_t count, const std::string& service) {
    if (count == 0 || count > kMostShards || index_from_0 >= count) {
      refuse("auto: " + service + " says part " + std::to_string(index_from_0 + 1) + " of " + std::to_string(count) +
             ", which cannot be; give --shard I/N");
    }
    return {static_cast<unsigned>(index_from_0 + 1), static_cast<unsigned>(count)};
  }

  Shard of(const Service& service) const {
    if (service.advice != nullptr && !text(service.count)) refuse(std::string("auto: ") + service.name + ": " + service.advice);
    const std::uint64_t index = number(service.index);
    if (index < service.base) refuse(std::string("auto: ") + service.index + " is 0, but counts from 1");
    return shard_of(index - service.base, number(service.count), service.name);
  }

  // An array task may run several processes of one step; each is a part of its own then.
  Shard slurm() const {
    std::uint64_t index = 0, count = 1;
    if (text("SLURM_ARRAY_TASK_ID")) {
      const std::uint64_t first = text("SLURM_ARRAY_TASK_MIN") ? number("SLURM_ARRAY_TASK_MIN") : 0;
      const std::uint64_t step =
          text("SLURM_ARRAY_TASK_STEP") ? std::max<std::uint64_t>(number("SLURM_ARRAY_TASK_STEP"), 1) : 1;
      const std::uint64_t task = number("SLURM_ARRAY_TASK_ID");
      count = number("SLURM_ARRAY_TASK_COUNT");
      index = task < first ? count : (task - first) / step;
      const bool even = !text("SLURM_ARRAY_TASK_MAX") || (number("SLURM_ARRAY_TASK_MAX") - first) / step + 1 == count;
      if (task < first || (task - first) % step != 0 || !even)
        refuse("auto: the job array has gaps, so its tasks cannot be numbered; give --shard I/N");
    }
    if (text("SLURM_STEP_ID") && text("SLURM_PROCID") && text("SLURM_NTASKS")) {
      const std::uint64_t processes = std::max<std::uint64_t>(number("SLURM_NTASKS"), 1);
      index = index * processes + number("SLURM_PROCID");
      count *= processes;
    }
    return shard_of(index, count, "Slurm");
  }

  const Environment& environment_;
};

}  // namespace

Shard parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  const auto index = number_of(text.substr(0, slash));
  const auto count = slash == std::string::npos ? std::nullopt : number_of(text.substr(slash + 1));
  if (!index || !count || *index == 0 || *index > *count || *count > kMostShards)
    refuse(text + ": give I/N with 1 <= I <= N, as 2/5, or auto");
  return {static_cast<unsigned>(*index), static_cast<unsigned>(*count)};
}

Shard detect_shard(const Environment& environment) { return Detector(environment).detect(); }

std::vector<SelectedArticle> articles_of_shard(std::vector<SelectedArticle> articles, Shard shard) {
  if (shard.is_whole()) return articles;
  std::vector<std::size_t> order(articles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return articles[a].bytes > articles[b].bytes; });
  // A start-up for each article, so that a thousand empty ones do not all go to one shard.
  constexpr std::uint64_t kArticleItself = 200;
  using Load = std::pair<std::uint64_t, unsigned>;
  std::priority_queue<Load, std::vector<Load>, std::greater<>> loads;
  for (unsigned i = 1; i <= shard.count; ++i) loads.emplace(0, i);
  std::vector<std::size_t> own;
  for (const std::size_t i : order) {
    auto [load, index] = loads.top();
    loads.pop();
    loads.emplace(load + articles[i].bytes + kArticleItself, index);
    if (index == shard.index) own.push_back(i);
  }
  std::sort(own.begin(), own.end());
  std::vector<SelectedArticle> mine;
  mine.reserve(own.size());
  for (const std::size_t i : own) mine.push_back(std::move(articles[i]));
  return mine;
}

std::string digest_of_selection(const std::vector<SelectedArticle>& articles) {
  std::string names;
  for (const SelectedArticle& article : articles) names += article.name + '\0';
  return sha256_of(names);
}

}  // namespace aloud
