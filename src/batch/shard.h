#pragma once

#include <functional>
#include <string>
#include <vector>

#include "batch/manifest.h"
#include "batch/selection.h"

namespace aloud {

/// Looks a variable up, as std::getenv does: nullptr where it is not set.
using Environment = std::function<const char*(const char*)>;

/// "2/5": the second of five. On failure throws Error{usage}.
Shard parse_shard(const std::string& text);

/// The shard that this process is, by what the scheduler or CI service around it sets: Slurm job arrays and steps, Kubernetes
/// Indexed Jobs, GitLab, CircleCI, Buildkite, AWS Batch, Cloud Run, SGE; or ALOUD_SHARD (as "2/5"), which wins over all.
/// On failure (none of them, a count that has to be passed by hand, an array with gaps) throws Error{usage}.
Shard detect_shard(const Environment& environment);

/// The articles of one shard. Every article is in exactly one, the same for the same articles of the same sizes; the largest
/// are dealt first, each to the shard with the least so far, so all end at about the same time.
std::vector<SelectedArticle> articles_of_shard(std::vector<SelectedArticle> articles, Shard shard);

/// A digest of the names of all articles: shards of one batch agree on it.
std::string digest_of_selection(const std::vector<SelectedArticle>& articles);

}  // namespace aloud
