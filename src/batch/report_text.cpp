#include <fmt/format.h>

#include "audio/time_text.h"
#include "batch/path_text.h"
#include "batch/report.h"
#include "util/error.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

using Status = ArticleResult::Status;

std::string named(const std::string& path) { return plain_line(text_of_path(path)); }

std::string line_of(const ArticleResult& result, const std::string& output) {
  std::string line = fmt::format("{:13} {}", to_string(result.status), named(result.name));
  if (result.status == Status::failed) return line + ": " + plain_line(result.error) + '\n';
  if (result.entry) {
    for (const ManifestAudio& audio : result.entry->audio)
      line +=
          fmt::format(" → {} {}", named((output.empty() ? "" : output + '/') + audio.file.path), clock_text(audio.seconds()));
  }
  if (!result.reason.empty()) line += "  (" + plain_line(result.reason) + ')';
  return line + '\n';
}

std::string findings_of(const ArticleResult& result, const char* indent) {
  std::string text;
  if (result.status == Status::failed) return text;
  for (const ManifestFinding& finding : told_findings(result)) {
    const std::string place = to_string(Place{named(result.name), finding.line, finding.column});
    text += fmt::format("{}{}: {}: {}\n", indent, place, finding.code, plain_line(finding.message));
  }
  return text;
}

// A check is asked what is wrong: of an article that is up to date only what is odd about it is told.
std::string text_of(const ArticleResult& result, const BatchReport& report) {
  const bool is_fine = result.status == Status::unchanged || result.status == Status::skipped;
  return report.mode == BatchMode::check && is_fine ? findings_of(result, "") : article_text(result, report.output);
}

}  // namespace

std::string article_text(const ArticleResult& result, const std::string& output) {
  return line_of(result, output) + findings_of(result, "    ");
}

std::string finding_text(const BatchFinding& finding) {
  return fmt::format("finding       {}: {}: {}\n", named(finding.path), finding.code, plain_line(finding.message));
}

std::string text_report(const BatchReport& report) {
  std::string text;
  for (const ArticleResult& result : report.articles) text += text_of(result, report);
  for (const OrphanResult& orphan : report.orphans) {
    text +=
        fmt::format("{:13} {} (of {}){}\n", orphan.removed ? "removed" : "orphan", named(orphan.orphan.file.path),
                    named(orphan.orphan.article), orphan.kept_because.empty() ? "" : ": kept, since " + orphan.kept_because);
  }
  for (const BatchFinding& finding : report.findings) text += finding_text(finding);
  for (const std::string& problem : report.problems) text += "problem       " + plain_line(problem) + '\n';
  text += headline_of(report) + '\n';
  if (report.mode == BatchMode::render) text += thanks_of(totals_of(report)) + '\n';
  return text;
}

}  // namespace aloud
