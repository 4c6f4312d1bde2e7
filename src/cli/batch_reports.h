#pragma once

#include <string>
#include <vector>

#include "batch/report.h"

namespace aloud::cli {

/// A report that was asked for, and where it goes; an empty path is standard output.
struct ReportTarget {
  ReportFormat format = ReportFormat::text;
  std::string path;
};

/// "junit=out.xml" and the like. Markdown goes to $GITHUB_STEP_SUMMARY where that is set and no file is named.
/// On failure (an unknown kind, two for standard output) throws Error{usage}.
std::vector<ReportTarget> report_targets(const std::vector<std::string>& reports);

bool use_standard_output(const std::vector<ReportTarget>& targets);

/// Writes them: files whole or not at all; what stands in $GITHUB_STEP_SUMMARY already stays. On failure throws Error{output}.
void write_reports(const BatchReport& report, const std::vector<ReportTarget>& targets);

/// The counters, one "name: value" a line.
std::string batch_stats_text(const BatchReport& report);

}  // namespace aloud::cli
