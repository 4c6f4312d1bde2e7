#pragma once

#include <vector>

#include "batch/runner.h"

namespace aloud {

/// The part of run_batch() that makes audio: renders what the plan found wanting, one session for each format, notes every
/// article in the journal once it is finished, and tells what became of each, in the order of the plan. What goes wrong with
/// one article is its result, and disturbs no other.
std::vector<ArticleResult> run_articles(const BatchPlan& plan, OutputDirectory& directory, const SynthesizerFactory& factory,
                                        const RunOptions& options, const BatchListener& listener);

}  // namespace aloud
