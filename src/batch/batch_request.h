#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "batch/plan.h"
#include "batch/project_file.h"

namespace aloud {

/// What the caller of a batch says himself; it wins over the project file.
struct BatchCall {
  std::string project_path;                   ///< where the project was read; empty: there is none
  std::vector<std::string> inputs, excludes;  ///< empty inputs: the project's
  std::string output;                         ///< empty: the project's
  SettingsPatch forced;
  std::vector<std::string> voice_directories;
  Drafts drafts = Drafts::skip;  ///< render: also if the project skips them
  bool force = false;
  bool follow_links = false;  ///< also those that leave their inputs
  bool future = true;         ///< false: articles dated after `now` are skipped, also if the project takes them
  std::int64_t now = 0;       ///< seconds since 1970
  Shard shard;
  ReaderLimits limits;
};

/// Call and project together. On failure (neither names inputs, or an output; a change that no profile knows) throws
/// Error{usage}.
BatchRequest batch_request_of(const BatchCall& call, const Project& project);

}  // namespace aloud
