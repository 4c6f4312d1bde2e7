#include <fmt/format.h>

#include "batch/path_text.h"
#include "batch/report.h"
#include "util/plain_line.h"
#include "util/safe_text.h"

namespace aloud {
namespace {

using Status = ArticleResult::Status;

/// What GitHub shows of each kind for one step; the rest is dropped without a word.
constexpr std::size_t kShownOfAKind = 10;

struct Annotation {
  std::string file, title, message;
  std::size_t line = 0, column = 0;
};

std::string escaped(const std::string& text, bool is_property) {
  std::string out;
  for (const char c : safe_lines(text)) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (is_property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

std::string command(const char* kind, const Annotation& annotation) {
  std::string properties;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) properties += fmt::format("{}{}={}", properties.empty() ? " " : ",", name, escaped(value, true));
  };
  add("file", text_of_path(annotation.file));
  if (annotation.line > 0) add("line", std::to_string(annotation.line));
  if (annotation.line > 0 && annotation.column > 0) add("col", std::to_string(annotation.column));
  add("title", annotation.title);
  return fmt::format("::{}{}::{}\n", kind, properties, escaped(plain_line(annotation.message), false));
}

// The last that is shown tells of those that are not.
std::string commands(const char* kind, const std::vector<Annotation>& annotations) {
  std::string text;
  const std::size_t shown = annotations.size() <= kShownOfAKind ? annotations.size() : kShownOfAKind - 1;
  for (std::size_t i = 0; i < shown; ++i) text += command(kind, annotations[i]);
  if (annotations.size() > shown)
    text += command(
        kind, {"", "aloud",
               fmt::format("and {} more; the job summary and the other reports list all", annotations.size() - shown), 0, 0});
  return text;
}

std::vector<Annotation> errors_of(const BatchReport& report) {
  std::vector<Annotation> errors;
  const bool checking = report.mode == BatchMode::check;
  for (const ArticleResult& result : report.articles) {
    if (result.status == Status::failed)
      errors.push_back({result.name, "aloud: not rendered", result.error, result.error_line, result.error_column});
    if (result.status == Status::outdated && checking)
      errors.push_back({result.name, "aloud: out of date", result.reason, 0, 0});
  }
  if (!checking) return errors;
  for (const OrphanResult& orphan : report.orphans)
    errors.push_back(
        {"", "aloud: orphan",
         text_of_path(orphan.orphan.file.path) + " is of an article that is gone: " + text_of_path(orphan.orphan.article), 0,
         0});
  for (const std::string& problem : report.problems) errors.push_back({"", "aloud: manifest", problem, 0, 0});
  return errors;
}

std::vector<Annotation> warnings_of(const BatchReport& report) {
  std::vector<Annotation> warnings;
  for (const BatchFinding& finding : report.findings)
    warnings.push_back({finding.path, "aloud: " + finding.code, finding.message, 0, 0});
  for (const ArticleResult& result : report.articles) {
    if (!result.entry || result.status == Status::failed) continue;
    for (const ManifestFinding& finding : told_findings(result))
      warnings.push_back({result.name, "aloud: " + finding.code, finding.message, finding.line, finding.column});
  }
  return warnings;
}

}  // namespace

std::string github_report(const BatchReport& report) {
  return commands("error", errors_of(report)) + commands("warning", warnings_of(report)) +
         command("notice", {"", "aloud batch", headline_of(report), 0, 0});
}

}  // namespace aloud
