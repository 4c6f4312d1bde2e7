#include <fmt/format.h>

#include "batch/path_text.h"
#include "batch/report.h"
#include "util/error.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

using Status = ArticleResult::Status;

// XML 1.0: control characters cannot stand in it at all, escaped or not; plain_line() leaves none.
std::string xml(const std::string& text) {
  std::string out;
  for (const char c : plain_line(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// U+FFFE and U+FFFF are no characters of XML; plain_line() lets them pass.
std::string without_noncharacters(std::string text) {
  for (const char* bad : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = text.find(bad); at != std::string::npos; at = text.find(bad, at)) text.replace(at, 3, "\xEF\xBF\xBD");
  }
  return text;
}

std::string failure(const char* type, const std::string& message) {
  return fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", type, xml(message), xml(message));
}

std::string findings_of(const ArticleResult& result, const std::string& name) {
  if (told_findings(result).empty()) return {};
  std::string text = "      <system-out>";
  for (const ManifestFinding& finding : told_findings(result))
    text += xml(to_string(Place{name, finding.line, finding.column}) + ": " + finding.code + ": " + finding.message) + '\n';
  return text + "</system-out>\n";
}

std::string case_of(const ArticleResult& result, BatchMode mode) {
  const std::string name = text_of_path(result.name);
  std::string body;
  if (result.status == Status::skipped) body += "      <skipped message=\"" + xml(result.reason) + "\"/>\n";
  if (result.status == Status::not_attempted) body += "      <skipped message=\"not attempted, after a failure\"/>\n";
  if (result.status == Status::failed) body += failure("error", result.error);
  if (result.status == Status::outdated && mode == BatchMode::check) body += failure("outdated", result.reason);
  body += findings_of(result, name);
  std::string head = fmt::format("    <testcase name=\"{}\" classname=\"aloud.batch\" file=\"{}\" time=\"{:.3f}\"", xml(name),
                                 xml(name), result.wall_seconds);
  if (result.error_line > 0) head += fmt::format(" line=\"{}\"", result.error_line);
  return body.empty() ? head + "/>\n" : head + ">\n" + body + "    </testcase>\n";
}

std::string findings_of(const BatchReport& report) {
  if (report.findings.empty()) return {};
  std::string text = "    <system-out>";
  for (const BatchFinding& finding : report.findings)
    text += xml(text_of_path(finding.path) + ": " + finding.code + ": " + finding.message) + '\n';
  return text + "</system-out>\n";
}

std::string problem_case(const std::string& name, const std::string& message) {
  return fmt::format("    <testcase name=\"{}\" classname=\"aloud.batch\" time=\"0.000\">\n{}    </testcase>\n", xml(name),
                     failure("output", message));
}

}  // namespace

std::string junit_report(const BatchReport& report) {
  const BatchTotals totals = totals_of(report);
  const bool checking = report.mode == BatchMode::check;
  std::string cases;
  for (const ArticleResult& result : report.articles) cases += case_of(result, report.mode);
  std::size_t extra = 0;
  if (checking) {
    for (const OrphanResult& orphan : report.orphans)
      cases += problem_case(text_of_path(orphan.orphan.file.path),
                            "orphaned: its article " + text_of_path(orphan.orphan.article) + " is gone");
    for (const std::string& problem : report.problems) cases += problem_case("manifest", problem);
    extra = report.orphans.size() + report.problems.size();
  }
  cases += findings_of(report);
  const std::size_t failures = totals.failed + (checking ? totals.outdated + extra : 0);
  const std::string counts =
      fmt::format("tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"{:.3f}\"", totals.articles + extra, failures,
                  totals.skipped + totals.not_attempted, report.wall_seconds);
  return without_noncharacters(
      fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites {}>\n  <testsuite name=\"aloud batch\" {}>\n{}  "
                  "</testsuite>\n</testsuites>\n",
                  counts, counts, cases));
}

}  // namespace aloud
