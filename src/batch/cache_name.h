#pragma once

#include <string>

#include "batch/plan.h"

namespace aloud {

/// A name for the take cache of this batch, for CI caches: "aloud-1a2b3c4d5e6f-0f1e2d3c4b5a". The first part stands for the
/// program, its engine and their data: takes of another are of no use. The second stands for all that is rendered, so that
/// every change saves a cache of its own; restore by the longest common beginning.
std::string cache_name(const BatchPlan& plan);

}  // namespace aloud
