#pragma once

#include "cli/arguments.h"
#include "process/reader_limits.h"

namespace aloud::cli {

/// On failure (no size) throws Error{usage}.
ReaderLimits limits_of(const LimitArguments& arguments);

}  // namespace aloud::cli
