#pragma once

#include <set>
#include <string>
#include <vector>

#include "batch/output_directory.h"

namespace aloud {

/// The files that were made before and that nobody wants any more, by path: of the orphans known already and of the files of
/// `articles`, as manifests told of them, those that are still there and not `wanted` (paths below the directory). A link in
/// the place of a file is not ours.
std::vector<Orphan> orphans_of(const std::vector<Orphan>& known, const std::vector<SharedArticle>& articles,
                               const std::set<std::string>& wanted, const OutputDirectory& directory);

}  // namespace aloud
