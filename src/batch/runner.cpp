#include "batch/runner.h"

#include <chrono>

#include "batch/article_runner.h"
#include "batch/feed_file.h"
#include "batch/manifest_of_plan.h"

namespace aloud {
namespace {

using Clock = std::chrono::steady_clock;
using Status = ArticleResult::Status;

// Removes the files that a manifest says are ours and that are still as we made them.
std::vector<OrphanResult> prune(const std::vector<Orphan>& orphans, const OutputDirectory& directory, Prune wanted) {
  std::vector<OrphanResult> results;
  for (const Orphan& orphan : orphans) {
    OrphanResult& result = results.emplace_back(OrphanResult{orphan, false, {}});
    if (wanted == Prune::no) continue;
    if (directory.state_of(orphan.file) == FileState::changed) {
      result.kept_because = "it was changed by another hand";
      continue;
    }
    try {
      directory.remove(orphan.file.path);
      result.removed = true;
    } catch (const Error& error) {
      result.kept_because = error.message();
    }
  }
  return results;
}

std::vector<Orphan> remaining(const std::vector<OrphanResult>& results) {
  std::vector<Orphan> orphans;
  for (const OrphanResult& result : results) {
    if (!result.removed) orphans.push_back(result.orphan);
  }
  return orphans;
}

BatchReport report_head(const BatchPlan& plan, Shard shard, const OutputDirectory& directory, BatchMode mode) {
  BatchReport report;
  report.mode = mode;
  report.shard = shard;
  report.selection = plan.selection;
  report.selected = plan.selected;
  report.output = directory.path();
  report.problems = plan.knowledge.problems;
  for (const std::string& link : plan.links_passed_by)
    report.findings.push_back({"link-leaves-input", link,
                               "this link leads out of what was named as input, and is passed by: name what it leads to, or "
                               "allow all links with --follow-links"});
  return report;
}

}  // namespace

BatchReport run_batch(BatchPlan plan, Shard shard, OutputDirectory& directory, const SynthesizerFactory& factory,
                      const RunOptions& options, const BatchListener& listener) {
  const Clock::time_point begin = Clock::now();
  BatchReport report = report_head(plan, shard, directory, BatchMode::render);
  std::vector<std::string> paths;
  for (const PlannedArticle& planned : plan.articles) {
    for (std::string& path : paths_of(planned)) paths.push_back(std::move(path));
  }
  directory.remove_leftovers(paths);
  report.articles = run_articles(plan, directory, factory, options, listener);
  report.orphans = prune(plan.orphans, directory, options.prune);
  const Manifest manifest = manifest_of(plan, shard, report.articles, remaining(report.orphans), options.source_date_epoch);
  directory.write_manifest(manifest, options.rewrite_manifest);
  if (options.feed && shard.is_whole())
    write_feed(*options.feed, feed_of(*options.feed, plan.articles, report.articles), directory);
  report.wall_seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  return report;
}

BatchReport tell_plan(const BatchPlan& plan, Shard shard, const OutputDirectory& directory, BatchMode mode,
                      const std::optional<std::int64_t>& source_date_epoch, const std::optional<FeedSettings>& feed) {
  BatchReport report = report_head(plan, shard, directory, mode);
  for (const PlannedArticle& planned : plan.articles) {
    ArticleResult& result = report.articles.emplace_back();
    result.name = planned.article.name;
    if (planned.settings) result.finding_levels = planned.settings->finding_levels;
    result.reason = planned.skipped.value_or(planned.reasons());
    result.status = planned.skipped ? Status::skipped : planned.to_render() ? Status::outdated : Status::unchanged;
    if (planned.problem) {
      set_failed(result, *planned.problem, planned.article.path);
    } else if (result.status == Status::unchanged) {
      result.entry = entry_of_unchanged(planned);
    }
  }
  for (const Orphan& orphan : plan.orphans) report.orphans.push_back({orphan, false, {}});
  if (mode != BatchMode::check || !totals_of(report).good(mode)) return report;
  if (plan.knowledge.interrupted) report.problems.push_back("a batch was interrupted before it wrote " + manifest_name(shard));
  const std::string wanted = manifest_sha256(manifest_of(plan, shard, report.articles, {}, source_date_epoch));
  if (plan.knowledge.manifest_sha256 != wanted && !plan.knowledge.interrupted)
    report.problems.push_back(manifest_name(shard) +
                              (plan.knowledge.manifest_sha256.empty() ? " is missing" : " is not as a batch would write it"));
  if (feed && shard.is_whole()) {
    const std::string problem = feed_problem(*feed, feed_of(*feed, plan.articles, report.articles), directory);
    if (!problem.empty()) report.problems.push_back(problem);
  }
  return report;
}

}  // namespace aloud
