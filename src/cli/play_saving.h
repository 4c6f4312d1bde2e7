#pragma once

#include <vector>

#include "cli/arguments.h"
#include "render/render.h"

namespace aloud::cli {

/// The files of `play --save`, one for each article: as `aloud render -o` would write them. None without --save.
/// On failure (an impossible output) throws Error{usage}.
std::vector<RenderRequest> save_requests(const PlayArguments& arguments);

}  // namespace aloud::cli
