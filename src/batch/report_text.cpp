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

}  // namespace

std::string article_text(const ArticleResult& result, const std::string& output) {
  std::string text = line_of(result, output);
  if (!result.entry || result.status == Status::failed) return text;
  for (const ManifestFinding& finding : result.entry->findings) {
    const std::string place = to_string(Place{named(result.name), finding.line, finding.column});
    text += fmt::format("    {}: {}: {}\n", place, finding.code, plain_line(finding.message));
  }
  return text;
}

std::string finding_text(const BatchFinding& finding) {
  return fmt::format("finding       {}: {}: {}\n", named(finding.path), finding.code, plain_line(finding.message));
}

std::string text_report(const BatchReport& report) {
  std::string text;
  for (const ArticleResult& result : report.articles) text += article_text(result, report.output);
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
