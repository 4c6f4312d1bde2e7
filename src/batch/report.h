#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/manifest.h"
#include "util/error.h"
#include "util/findings.h"

namespace aloud {

/// What a batch was asked to do with what it found.
enum class BatchMode { render, dry_run, check };
const char* to_string(BatchMode mode);

/// What became of one article.
struct ArticleResult {
  enum class Status {
    rendered,       ///< made, whole or in part
    unchanged,      ///< up to date: not touched
    outdated,       ///< has to be made: dry runs and checks
    skipped,        ///< not to be rendered: a draft, or opted out
    failed,         ///< could not be rendered
    not_attempted,  ///< left after --fail-fast
  };

  std::string name;
  Status status = Status::unchanged;
  std::string reason;            ///< why it was or has to be made, or was skipped; empty for others
  SharedArticle entry;           ///< may be empty; what the manifest says of it from now on
  FindingLevels finding_levels;  ///< what of its findings is told, and counts as an error
  std::string error;             ///< failed: one line
  std::size_t error_line = 0, error_column = 0;

  // Of this run alone:
  double wall_seconds = 0;       ///< from its begin to its end; articles overlap
  double audio_seconds = 0;      ///< made, in all formats
  std::size_t utterances = 0;    ///< in what was made
  std::size_t reused_takes = 0;  ///< of them, from the cache
};
const char* to_string(ArticleResult::Status status);

/// The findings of an article that are not to be ignored.
std::vector<ManifestFinding> told_findings(const ArticleResult& result);

/// Failed by `error`, whose place is told apart where it is in the article, which lies at `path`.
void set_failed(ArticleResult& result, const Error& error, const std::string& path);
std::optional<ArticleResult::Status> status_by_name(std::string_view name);

struct OrphanResult {
  Orphan orphan;
  bool removed = false;
  std::string kept_because;  ///< pruning was asked for, but not done
};

/// Something odd that belongs to no article that was read: code as in docs/findings.md.
struct BatchFinding {
  std::string code;
  std::string path;  ///< what it is about
  std::string message;
};

/// What a run did, for people and for machines.
struct BatchReport {
  BatchMode mode = BatchMode::render;
  Shard shard;
  std::string selection;     ///< as Manifest::selection
  std::size_t selected = 0;  ///< as Manifest::selected
  std::string output;        ///< directory, as given
  std::vector<ArticleResult> articles;
  std::vector<OrphanResult> orphans;
  std::vector<std::string> problems;  ///< with the manifest: "manifest.json: …"
  std::vector<BatchFinding> findings;
  double wall_seconds = 0;
};

struct BatchTotals {
  std::size_t articles = 0, rendered = 0, unchanged = 0, outdated = 0, skipped = 0, failed = 0, not_attempted = 0;
  std::size_t findings = 0, finding_errors = 0, orphans = 0, removed = 0, problems = 0;
  std::size_t utterances = 0, reused_takes = 0;  ///< of what was rendered
  double audio_seconds = 0;                      ///< made by this run
  double kept_audio_seconds = 0;                 ///< of unchanged articles
  /// What the run would have taken longer without cache and manifest: utterances that were not made, at the wall time that each
  /// one that was made took. An estimate; 0 if nothing was made to measure by.
  double saved_seconds = 0;

  /// Whether all is as it should be: nothing failed, and for a check nothing to do.
  bool good(BatchMode mode) const;
};
BatchTotals totals_of(const BatchReport& report);

enum class ReportFormat { text, json, junit, github, markdown };
std::optional<ReportFormat> report_format_by_name(std::string_view name);

/// The whole report as one document. Formats: docs/formats/batch-report.md.
std::string report_text(const BatchReport& report, ReportFormat format);

/// A report as the JSON format wrote it. On failure (anything else) throws Error{input} at `path`.
BatchReport parse_report(std::string_view json, const std::string& path);

// One writer per format, each in a file of its own.
std::string text_report(const BatchReport& report);
std::string json_report(const BatchReport& report);
std::string junit_report(const BatchReport& report);
std::string github_report(const BatchReport& report);
std::string markdown_report(const BatchReport& report);

// What several of them say.
std::string article_text(const ArticleResult& result, const std::string& output);  ///< a line, and one for each finding
std::string finding_text(const BatchFinding& finding);                             ///< a line
std::string headline_of(const BatchReport& report);                                ///< "3 rendered, 2 unchanged, 1 failed"
std::string thanks_of(const BatchTotals& totals);  ///< "12:05 of audio made, 40 sentences synthesised, 120 reused; …"

}  // namespace aloud
