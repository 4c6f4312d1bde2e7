#include <fmt/format.h>

#include "audio/time_text.h"
#include "batch/path_text.h"
#include "batch/report.h"
#include "util/error.h"
#include "util/plain_line.h"

namespace aloud {
namespace {

using Status = ArticleResult::Status;

/// GitHub refuses a summary over 1 MiB as a whole; the rows stop well before.
constexpr std::size_t kMostBytes = 900 * 1000;

// Text of others in a cell: nothing in it is markup.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : plain_line(text)) {
    if (std::string_view("\\`*_{}[]<>()#+-.!|~&$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string named(const std::string& path) { return cell(text_of_path(path)); }

std::string row_of(const ArticleResult& result) {
  double seconds = 0;
  std::size_t findings = 0;
  if (result.entry) {
    seconds = result.entry->seconds();
    findings = told_findings(result).size();
  }
  const std::string why = result.status == Status::failed ? result.error : result.reason;
  return fmt::format("| {} | {} | {} | {} | {} |\n", named(result.name), to_string(result.status),
                     seconds > 0 ? clock_text(seconds) : "", findings > 0 ? std::to_string(findings) : "", cell(why));
}

bool is_worth_a_row(const ArticleResult& result) { return result.status != Status::unchanged; }

std::string articles_of(const BatchReport& report, std::size_t room) {
  std::string text;
  std::size_t left = 0;
  for (const ArticleResult& result : report.articles) {
    if (!is_worth_a_row(result)) continue;
    const std::string row = row_of(result);
    if (text.size() + row.size() > room) {
      ++left;
    } else {
      text += row;
    }
  }
  if (text.empty()) return {};
  text = "\n| article | status | length | findings | why |\n|---|---|---:|---:|---|\n" + text;
  if (left > 0) text += fmt::format("\n… and {} more articles.\n", left);
  return text;
}

std::string findings_of(const BatchReport& report, std::size_t room) {
  std::string text;
  std::size_t left = 0;
  for (const ArticleResult& result : report.articles) {
    if (!result.entry || result.status == Status::failed) continue;
    for (const ManifestFinding& finding : told_findings(result)) {
      const std::string place = to_string(Place{text_of_path(result.name), finding.line, finding.column});
      const std::string row = fmt::format("| {} | {} | {} |\n", cell(place), cell(finding.code), cell(finding.message));
      if (text.size() + row.size() > room) {
        ++left;
      } else {
        text += row;
      }
    }
  }
  if (text.empty()) return {};
  text = "\n### Findings\n\n| where | finding | what |\n|---|---|---|\n" + text;
  if (left > 0) text += fmt::format("\n… and {} more.\n", left);
  return text;
}

std::string others_of(const BatchReport& report, std::size_t room) {
  std::string text;
  std::size_t left = 0;
  const auto add = [&](const std::string& line) {
    if (text.size() + line.size() > room) {
      ++left;
    } else {
      text += line;
    }
  };
  for (const OrphanResult& orphan : report.orphans) {
    add(fmt::format("- {} {}, of {}\n", orphan.removed ? "removed:" : "orphan:", named(orphan.orphan.file.path),
                    named(orphan.orphan.article)));
  }
  for (const BatchFinding& finding : report.findings)
    add(fmt::format("- {}: {}: {}\n", named(finding.path), cell(finding.code), cell(finding.message)));
  for (const std::string& problem : report.problems) add("- " + cell(problem) + '\n');
  if (text.empty()) return {};
  if (left > 0) text += fmt::format("- … and {} more\n", left);
  return "\n### Outputs\n\n" + text;
}

}  // namespace

std::string markdown_report(const BatchReport& report) {
  const BatchTotals totals = totals_of(report);
  std::string text = fmt::format("## aloud batch: {}\n", totals.good(report.mode) ? "good" : "not good");
  text += "\n" + cell(headline_of(report)) + "\n";
  if (report.mode == BatchMode::render) text += "\n" + cell(thanks_of(totals)) + "\n";
  text += articles_of(report, kMostBytes / 2);
  text += findings_of(report, kMostBytes / 4);
  text += others_of(report, kMostBytes / 8);
  return text;
}

}  // namespace aloud
