#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch/output_directory.h"
#include "batch/report.h"

namespace aloud {

/// Joins the manifests of all shards that lie in `directory` into the manifest of the whole. What the whole knew before and no
/// shard has now becomes an orphan.
/// On failure (a shard is missing, one is of another batch, two have the same article or output, a file is missing or
/// damaged) throws Error{input} that says which and what to do.
Manifest merge_manifests(const OutputDirectory& directory, const std::optional<std::int64_t>& source_date_epoch);

/// Joins the reports of all shards: wall time is that of the longest. On failure (gaps, overlaps, different batches) throws
/// Error{input}. `paths`: of the reports, for messages.
BatchReport merge_reports(std::vector<BatchReport> reports, const std::vector<std::string>& paths);

}  // namespace aloud
