#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "batch/plan.h"
#include "batch/report.h"
#include "cache/take_cache.h"
#include "render/render.h"

namespace aloud {

/// How far a batch has come.
struct BatchProgress {
  std::string article;      ///< being composed
  std::size_t number = 0;   ///< of it, among those that are rendered, from 1
  std::size_t total = 0;    ///< audio files to be made
  std::uint64_t bytes = 0;  ///< of sources behind the last sentence made
  std::uint64_t total_bytes = 0;
  std::size_t sentences = 0;  ///< of the article
  double audio_seconds = 0;   ///< made so far, of all
};

/// What a run tells while it goes on; each may be empty.
struct BatchListener {
  std::function<void(const BatchProgress&)> on_progress;
  std::function<void(const ArticleResult&)> on_result;  ///< once for each article that is rendered or fails
  std::function<void(const CacheDecision&)> on_cache_decision;
};

enum class FailFast { no, yes };
enum class Prune { no, yes };

struct RunOptions {
  unsigned jobs = 0;           ///< utterances at once; 0: the cores there are
  TakeCache* cache = nullptr;  ///< may be null
  ReaderLimits limits;         ///< of the process that reads an article
  std::vector<std::string> voice_directories;
  std::string project;  ///< as BatchRequest::project
  FailFast fail_fast = FailFast::no;
  Prune prune = Prune::no;
  Verify verify = Verify::yes;  ///< as RenderRequest::verify
  OutputDirectory::Rewrite rewrite_manifest = OutputDirectory::Rewrite::if_changed;
  std::optional<std::int64_t> source_date_epoch;
  std::optional<FeedSettings> feed;  ///< as BatchRequest::feed; of a whole batch alone
  std::stop_token stop;              ///< once a stop is requested, run_batch() throws Error{cancelled}
};

/// Does what the plan says: renders, notes, prunes, and puts the manifest in place. One article's failure is its result.
/// On failure (the manifest cannot be written) throws Error; what was rendered is there, and the next run knows it.
BatchReport run_batch(BatchPlan plan, Shard shard, OutputDirectory& directory, const SynthesizerFactory& factory,
                      const RunOptions& options, const BatchListener& listener);

/// What the plan says would be done, or (check) is wrong. Writes nothing.
BatchReport tell_plan(const BatchPlan& plan, Shard shard, const OutputDirectory& directory, BatchMode mode,
                      const std::optional<std::int64_t>& source_date_epoch, const std::optional<FeedSettings>& feed = {});

}  // namespace aloud
