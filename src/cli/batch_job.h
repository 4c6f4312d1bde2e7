#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "batch/plan.h"
#include "cli/arguments.h"

namespace aloud::cli {

/// A batch as the command line and the project file together want it; what stands on the command line wins.
struct BatchJob {
  BatchRequest request;
  std::string project_path;                       ///< the project file; empty: none
  std::optional<std::int64_t> source_date_epoch;  ///< $SOURCE_DATE_EPOCH
};

/// On failure (an option that makes no sense, a project file that does not parse) throws Error.
BatchJob batch_job_of(const BatchArguments& arguments);

/// $SOURCE_DATE_EPOCH, nothing if it is not set. On failure (no whole number of seconds) throws Error{usage}.
std::optional<std::int64_t> source_date_epoch();

}  // namespace aloud::cli
