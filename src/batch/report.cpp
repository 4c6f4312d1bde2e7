#include "batch/report.h"

#include <fmt/format.h>

#include <array>

#include "audio/time_text.h"
#include "util/safe_text.h"

namespace aloud {
namespace {

using Status = ArticleResult::Status;

constexpr std::array kStatusNames = {"rendered", "unchanged", "outdated", "skipped", "failed", "not-attempted"};
constexpr std::array kFormatNames = {"text", "json", "junit", "github", "markdown"};
constexpr std::array kModeNames = {"render", "dry-run", "check"};

void count(BatchTotals& totals, const ArticleResult& result) {
  switch (result.status) {
    case Status::rendered:
      ++totals.rendered;
      break;
    case Status::unchanged:
      ++totals.unchanged;
      break;
    case Status::outdated:
      ++totals.outdated;
      break;
    case Status::skipped:
      ++totals.skipped;
      break;
    case Status::failed:
      ++totals.failed;
      break;
    case Status::not_attempted:
      ++totals.not_attempted;
      break;
  }
}

std::string plural(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

const char* to_string(BatchMode mode) { return kModeNames.at(static_cast<std::size_t>(mode)); }

const char* to_string(ArticleResult::Status status) { return kStatusNames.at(static_cast<std::size_t>(status)); }

void set_failed(ArticleResult& result, const Error& error, const std::string& path) {
  result.status = Status::failed;
  const bool at_article = error.place().path == path;
  result.error = at_article ? error.message() : error.what();
  result.error_line = at_article ? error.place().line : 0;
  result.error_column = at_article ? error.place().column : 0;
}

std::vector<ManifestFinding> told_findings(const ArticleResult& result) {
  std::vector<ManifestFinding> told;
  if (!result.entry) return told;
  for (const ManifestFinding& finding : result.entry->findings) {
    if (level_of(result.finding_levels, finding.code) != FindingLevel::ignore) told.push_back(finding);
  }
  return told;
}

std::optional<ArticleResult::Status> status_by_name(std::string_view name) {
  for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
    if (name == kStatusNames.at(i)) return static_cast<Status>(i);
  }
  return std::nullopt;
}

std::optional<ReportFormat> report_format_by_name(std::string_view name) {
  for (std::size_t i = 0; i < kFormatNames.size(); ++i) {
    if (name == kFormatNames.at(i)) return static_cast<ReportFormat>(i);
  }
  return std::nullopt;
}

BatchTotals totals_of(const BatchReport& report) {
  BatchTotals totals;
  totals.articles = report.articles.size();
  std::size_t kept_utterances = 0;
  for (const ArticleResult& result : report.articles) {
    count(totals, result);
    totals.utterances += result.utterances;
    totals.reused_takes += result.reused_takes;
    totals.audio_seconds += result.audio_seconds;
    if (!result.entry) continue;
    for (const ManifestFinding& finding : told_findings(result)) {
      ++totals.findings;
      if (level_of(result.finding_levels, finding.code) == FindingLevel::error) ++totals.finding_errors;
    }
    if (result.status != Status::unchanged) continue;
    for (const ManifestAudio& audio : result.entry->audio) totals.kept_audio_seconds += audio.seconds();
    kept_utterances += result.entry->utterances * result.entry->audio.size();
  }
  totals.orphans = report.orphans.size();
  for (const OrphanResult& orphan : report.orphans) totals.removed += orphan.removed ? 1 : 0;
  totals.problems = report.problems.size();
  totals.findings += report.findings.size();
  const std::size_t made = totals.utterances - totals.reused_takes;
  const std::size_t saved = totals.reused_takes + kept_utterances;
  if (made > 0) totals.saved_seconds = report.wall_seconds / static_cast<double>(made) * static_cast<double>(saved);
  return totals;
}

bool BatchTotals::good(BatchMode mode) const {
  if (failed > 0 || not_attempted > 0) return false;
  return mode != BatchMode::check || (outdated == 0 && orphans == 0 && problems == 0);
}

std::string headline_of(const BatchReport& report) {
  const BatchTotals totals = totals_of(report);
  std::string text;
  const auto add = [&](std::size_t count, const std::string& what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + fmt::format("{} {}", count, what);
  };
  add(totals.rendered, "rendered");
  add(totals.unchanged, report.mode == BatchMode::render ? "unchanged" : "up to date");
  add(totals.outdated, report.mode == BatchMode::dry_run ? "to be rendered" : "out of date");
  add(totals.skipped, "skipped");
  add(totals.failed, "failed");
  add(totals.not_attempted, "not attempted");
  if (totals.orphans > totals.removed)
    add(totals.orphans - totals.removed, totals.orphans - totals.removed == 1 ? "orphan" : "orphans");
  if (totals.removed > 0) add(totals.removed, totals.removed == 1 ? "orphan removed" : "orphans removed");
  add(totals.problems, totals.problems == 1 ? "problem with the manifest" : "problems with the manifest");
  add(totals.findings, totals.findings == 1 ? "finding" : "findings");
  return text.empty() ? "nothing to do" : text;
}

std::string thanks_of(const BatchTotals& totals) {
  std::string text = fmt::format("{} of audio made, {} synthesised, {} reused", clock_text(totals.audio_seconds),
                                 plural(totals.utterances - totals.reused_takes, "sentence", "sentences"), totals.reused_takes);
  if (totals.kept_audio_seconds > 0) text += fmt::format("; {} of audio kept as it was", clock_text(totals.kept_audio_seconds));
  if (totals.saved_seconds >= 1) text += fmt::format("; about {} saved", clock_text(totals.saved_seconds));
  return text;
}

std::string report_text(const BatchReport& report, ReportFormat format) {
  switch (format) {
    case ReportFormat::text:
      return safe_lines(text_report(report));
    case ReportFormat::json:
      return safe_json(json_report(report));
    case ReportFormat::junit:
      return safe_lines(junit_report(report));
    case ReportFormat::github:
      return github_report(report);
    case ReportFormat::markdown:
      return safe_lines(markdown_report(report));
  }
  return {};
}

}  // namespace aloud
