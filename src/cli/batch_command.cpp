#include <unistd.h>

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <set>

#include "batch/cache_name.h"
#include "batch/depfile.h"
#include "batch/jobserver.h"
#include "batch/merge.h"
#include "batch/path_text.h"
#include "batch/runner.h"
#include "cli/batch_job.h"
#include "cli/batch_reports.h"
#include "cli/cache_options.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/interrupt_note.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "cli/report.h"
#include "util/atomic_file.h"
#include "util/job_count.h"
#include "util/plain_line.h"
#include "util/regular_file.h"

namespace aloud::cli {
namespace {

std::function<void()> waiting_for(const std::string& output) {
  return [output] { say("aloud: waiting for another batch that writes to " + plain_line(output) + '\n'); };
}

// Draws progress over all articles, and prints a line for each as it is done.
class Talk {
 public:
  Talk(const BatchArguments& arguments, std::string output)
      : quiet_(arguments.quiet),
        output_(std::move(output)),
        on_terminal_(::isatty(STDERR_FILENO) == 1),
        line_(stderr_terminal(arguments.quiet || arguments.cache.explain ? Quiet::yes : Quiet::no)) {}

  BatchListener listener(bool explain_cache) {
    BatchListener listener;
    listener.on_progress = [this](const BatchProgress& progress) { draw(progress); };
    listener.on_result = [this](const ArticleResult& result) { print(result); };
    if (explain_cache) listener.on_cache_decision = [](const CacheDecision& decision) { say(decision_line(decision)); };
    return listener;
  }

  void finish(const BatchReport& report) {
    set_interrupt_note("");
    line_.clear();
    if (quiet_) return;
    for (const BatchFinding& finding : report.findings) say(finding_text(finding));
    for (const std::string& problem : report.problems) say("aloud: " + plain_line(problem) + '\n');
    say(headline_of(report) + '\n' + thanks_of(totals_of(report)) + '\n');
  }

 private:
  void draw(const BatchProgress& progress) {
    const std::string name =
        fmt::format("{}/{} {}", progress.number, progress.total, plain_line(text_of_path(progress.article)));
    if (!started_) {
      line_.start(name, progress.total_bytes);
      note_for_interrupt();
    }
    started_ = true;
    line_.rename(name);
    line_.update(progress.sentences, progress.bytes, std::chrono::duration<double>(progress.audio_seconds));
  }

  // On a terminal, what is as it was is not worth a line.
  void print(const ArticleResult& result) {
    const bool failed = result.status == ArticleResult::Status::failed;
    if (result.status == ArticleResult::Status::rendered) ++rendered_;
    if (started_) note_for_interrupt();
    if (quiet_ && !failed) return;
    if (on_terminal_ && result.status == ArticleResult::Status::unchanged) return;
    line_.clear();
    say(failed && quiet_ ? "aloud: " + article_text(result, output_) : article_text(result, output_));
  }

  void note_for_interrupt() const {
    if (quiet_) return;
    set_interrupt_note(fmt::format("aloud: interrupted: {} rendered and kept; the same call does the rest",
                                   rendered_ == 1 ? "1 article is" : fmt::format("{} articles are", rendered_)));
  }

  std::size_t rendered_ = 0;
  bool quiet_;
  std::string output_;
  bool on_terminal_;
  bool started_ = false;
  ProgressLine line_;
};

unsigned jobs_for(const BatchArguments& arguments, const Jobserver& jobserver) {
  if (arguments.jobs > 0) return arguments.jobs;
  if (jobserver.is_closed()) {
    say("aloud: make's jobserver cannot be reached (put a + before the line of the recipe): one sentence at a time\n");
    return 1;
  }
  return jobserver.is_there() ? jobserver.jobs() : 0;
}

void write_depfile(const std::string& path, const BatchJob& job, const BatchPlan& plan, const OutputDirectory& directory) {
  std::set<std::string> inputs(plan.directories.begin(), plan.directories.end());
  if (!job.project_path.empty()) inputs.insert(job.project_path);
  for (const PlannedArticle& planned : plan.articles) {
    inputs.insert(planned.article.path);
    if (!planned.voice_path.empty()) inputs.insert(planned.voice_path);
    inputs.insert(planned.lexicon_paths.begin(), planned.lexicon_paths.end());
    inputs.insert(planned.clip_paths.begin(), planned.clip_paths.end());
  }
  AtomicFile file(path);
  file.write_text(depfile_text(directory.manifest_path(), {inputs.begin(), inputs.end()}));
  file.commit();
}

int exit_code_for(const BatchReport& report, const BatchArguments& arguments) {
  const BatchTotals totals = totals_of(report);
  if (!totals.good(report.mode)) return kFailed;
  return (arguments.strict && totals.findings > 0) || totals.finding_errors > 0 ? kFindings : kDone;
}

int conclude(const BatchReport& report, const BatchArguments& arguments, const std::vector<ReportTarget>& targets) {
  write_reports(report, targets);
  if (arguments.stats) (use_standard_output(targets) ? say : print)(batch_stats_text(report));
  return exit_code_for(report, arguments);
}

// What belongs to no article goes by the whole project's levels, and by --ignore.
void leave_ignored_out(BatchReport& report, const BatchJob& job) {
  const SettingsTable& settings = job.request.settings;
  std::erase_if(report.findings, [&](const BatchFinding& finding) {
    return level_of(settings.project.finding_levels, finding.code) == FindingLevel::ignore ||
           level_of(settings.forced.finding_levels, finding.code) == FindingLevel::ignore;
  });
}

// Neither --check nor --dry-run writes anything; their list is what they are called for.
int tell(const BatchArguments& arguments, const BatchJob& job, const BatchPlan& plan, const OutputDirectory& directory,
         std::vector<ReportTarget> targets) {
  const BatchMode mode = arguments.check ? BatchMode::check : BatchMode::dry_run;
  BatchReport report = tell_plan(plan, job.request.shard, directory, mode, job.source_date_epoch, job.request.feed);
  leave_ignored_out(report, job);
  if (!use_standard_output(targets) && !arguments.quiet) targets.push_back({ReportFormat::text, ""});
  return conclude(report, arguments, targets);
}

int render(const BatchArguments& arguments, const BatchJob& job, BatchPlan plan, OutputDirectory& directory,
           const SynthesizerFactory& factory, const std::vector<ReportTarget>& targets) {
  const char* makeflags = std::getenv("MAKEFLAGS");
  const Jobserver jobserver(arguments.jobs == 0 && makeflags != nullptr ? makeflags : "", usable_cores());
  std::optional<TakeCache> cache;
  if (!arguments.cache.off) cache.emplace(cache_options_of(arguments.cache));
  RunOptions options;
  options.jobs = jobs_for(arguments, jobserver);
  options.limits = job.request.limits;
  options.cache = cache ? &*cache : nullptr;
  options.voice_directories = job.request.voice_directories;
  options.verify = arguments.verify ? Verify::yes : Verify::no;
  options.project = job.request.project;
  options.fail_fast = arguments.fail_fast ? FailFast::yes : FailFast::no;
  options.prune = arguments.prune ? Prune::yes : Prune::no;
  options.source_date_epoch = job.source_date_epoch;
  options.feed = job.request.feed;
  if (!arguments.depfile.empty()) {
    // Make goes by time stamps: what it depends on may be newer though nothing had to be made.
    options.rewrite_manifest = OutputDirectory::Rewrite::always;
    write_depfile(arguments.depfile, job, plan, directory);
  }
  Talk talk(arguments, directory.path());
  const Findings findings = findings_about(options.cache);
  BatchReport report =
      aloud::run_batch(std::move(plan), job.request.shard, directory, factory, options, talk.listener(arguments.cache.explain));
  for (const Finding& finding : findings)
    report.findings.push_back({finding.code, cache_options_of(arguments.cache).directory, finding.message});
  leave_ignored_out(report, job);
  talk.finish(report);
  return conclude(report, arguments, targets);
}

constexpr FileRules kReportRules{"report", std::size_t{1} << 30, ErrorKind::input, ErrorKind::input};

// aloud batch merge DIR [REPORT.json…]
int merge(const BatchArguments& arguments, const std::vector<ReportTarget>& targets) {
  std::vector<std::string> words(arguments.inputs.begin() + 1, arguments.inputs.end());
  std::string output = arguments.output;
  if (output.empty() && !words.empty()) {
    output = words.front();
    words.erase(words.begin());
  }
  if (output.empty()) throw Error(ErrorKind::usage, "say which directory the shards have written to: aloud batch merge DIR");
  if (!targets.empty() && words.empty())
    throw Error(ErrorKind::usage, "--report needs the shards' own reports: aloud batch merge DIR REPORT.json…");
  std::vector<BatchReport> reports;
  for (const std::string& path : words) reports.push_back(parse_report(read_regular_file(path, kReportRules), path));

  OutputDirectory directory(open_output(output, "", Access::exclusive), {}, Access::exclusive, waiting_for(output));
  const Manifest manifest = merge_manifests(directory, source_date_epoch());
  {
    const std::unique_ptr<StagedFile> file = directory.files().create(manifest_name({}));
    write_manifest(manifest, *file);
    file->commit();
  }
  if (!arguments.quiet)
    say(fmt::format("{}: {} articles, {} orphans\n", plain_line(directory.manifest_path()), manifest.articles.size(),
                    manifest.orphans.size()));
  if (reports.empty()) return kDone;
  return conclude(merge_reports(std::move(reports), words), arguments, targets);
}

}  // namespace

int run_batch(const BatchArguments& arguments) {
  const std::vector<ReportTarget> targets = report_targets(arguments.reports);
  if (!arguments.inputs.empty() && arguments.inputs.front() == "merge") return merge(arguments, targets);
  const BatchJob job = batch_job_of(arguments);
  if (arguments.prune && !job.request.shard.is_whole())
    throw Error(ErrorKind::usage, "--prune needs to see all articles: run it without --shard, after 'aloud batch merge'");
  const bool only_look = arguments.check || arguments.dry_run || arguments.print_cache_key;
  const std::string& output = job.request.output;
  const Access access = only_look ? Access::read_only : Access::exclusive;
  OutputDirectory directory(open_output(output, job.request.project, access), job.request.shard, access, waiting_for(output));
  const std::unique_ptr<SynthesizerFactory> factory = make_engines();
  BatchPlan plan = make_plan(job.request, *factory, directory);
  if (arguments.print_cache_key) {
    print(cache_name(plan) + '\n');
    return kDone;
  }
  if (only_look) return tell(arguments, job, plan, directory, targets);
  return render(arguments, job, std::move(plan), directory, *factory, targets);
}

}  // namespace aloud::cli
