#include "cli/batch_reports.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "util/atomic_file.h"
#include "util/error.h"
#include "util/suggest.h"

namespace aloud::cli {
namespace {

std::string step_summary() {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  return path == nullptr ? "" : path;
}

ReportTarget target_of(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const auto format = report_format_by_name(name);
  if (!format) {
    throw Error(ErrorKind::usage, fmt::format("--report {}: unknown kind{}: use text, json, junit, github or markdown", text,
                                              did_you_mean(name, {"text", "json", "junit", "github", "markdown"})));
  }
  ReportTarget target{*format, equals == std::string::npos ? "" : text.substr(equals + 1)};
  if (equals != std::string::npos && target.path.empty())
    throw Error(ErrorKind::usage, fmt::format("--report {}: name a file after the =", text));
  if (target.path == "-") target.path.clear();
  if (equals == std::string::npos && target.format == ReportFormat::markdown) target.path = step_summary();
  return target;
}

void append(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file << text;
  file.flush();
  if (!file) throw Error(ErrorKind::output, "cannot write", {path, 0, 0});
}

}  // namespace

std::vector<ReportTarget> report_targets(const std::vector<std::string>& reports) {
  std::vector<ReportTarget> targets;
  for (const std::string& report : reports) targets.push_back(target_of(report));
  const auto to_stdout =
      std::count_if(targets.begin(), targets.end(), [](const ReportTarget& one) { return one.path.empty(); });
  if (to_stdout > 1)
    throw Error(ErrorKind::usage, "only one --report can go to standard output: name files for the others, as junit=out.xml");
  return targets;
}

bool use_standard_output(const std::vector<ReportTarget>& targets) {
  return std::any_of(targets.begin(), targets.end(), [](const ReportTarget& one) { return one.path.empty(); });
}

void write_reports(const BatchReport& report, const std::vector<ReportTarget>& targets) {
  for (const ReportTarget& target : targets) {
    const std::string text = report_text(report, target.format);
    if (target.path.empty()) {
      std::fwrite(text.data(), 1, text.size(), stdout);
    } else if (target.path == step_summary()) {
      append(target.path, text);
    } else {
      AtomicFile file(target.path);
      file.write_text(text);
      file.commit();
    }
  }
}

std::string batch_stats_text(const BatchReport& report) {
  const BatchTotals totals = totals_of(report);
  return fmt::format(
      "articles: {}\nrendered: {}\nunchanged: {}\noutdated: {}\nskipped: {}\nfailed: {}\nnot_attempted: {}\nfindings: {}\n"
      "orphans: {}\norphans_removed: {}\nproblems: {}\nutterances: {}\nreused_takes: {}\naudio_seconds: {:.3f}\n"
      "kept_audio_seconds: {:.3f}\nwall_seconds: {:.3f}\nsaved_seconds: {:.3f}\n",
      totals.articles, totals.rendered, totals.unchanged, totals.outdated, totals.skipped, totals.failed, totals.not_attempted,
      totals.findings, totals.orphans, totals.removed, totals.problems, totals.utterances, totals.reused_takes,
      totals.audio_seconds, totals.kept_audio_seconds, report.wall_seconds, totals.saved_seconds);
}

}  // namespace aloud::cli
