#pragma once

#include <optional>
#include <vector>

#include "batch/plan.h"
#include "batch/report.h"

namespace aloud {

/// The manifest of a batch after what `results` say (in the order of the plan's articles), with these orphans.
Manifest manifest_of(const BatchPlan& plan, Shard shard, const std::vector<ArticleResult>& results, std::vector<Orphan> orphans,
                     const std::optional<std::int64_t>& source_date_epoch);

/// What the manifest says of an article that has been rendered, but for its audio.
ManifestArticle entry_of_rendered(const PlannedArticle& planned, const RenderReport& report);

/// The same of one of its audio files, but for the digests of the files made. Loudness in hundredths.
ManifestAudio audio_of_rendered(const PlannedAudio& planned, const RenderReport& report);

/// What the manifest says of an article that is up to date: its known entry, without files that it no longer has.
SharedArticle entry_of_unchanged(const PlannedArticle& planned);

}  // namespace aloud
