#include "batch/manifest_of_plan.h"

#include <algorithm>

#include "version.h"

namespace aloud {

SharedArticle entry_of_unchanged(const PlannedArticle& planned) {
  const auto is_next = [](const ManifestAudio& known, const PlannedAudio& audio) { return &known == audio.known; };
  const auto& known = planned.known->audio;
  if (std::equal(known.begin(), known.end(), planned.audio.begin(), planned.audio.end(), is_next)) return planned.known;
  ManifestArticle entry = *planned.known;
  entry.audio.clear();
  for (const PlannedAudio& audio : planned.audio) {
    if (audio.known != nullptr) entry.audio.push_back(*audio.known);
  }
  return std::make_shared<const ManifestArticle>(std::move(entry));
}

Manifest manifest_of(const BatchPlan& plan, Shard shard, const std::vector<ArticleResult>& results, std::vector<Orphan> orphans,
                     const std::optional<std::int64_t>& source_date_epoch) {
  Manifest manifest;
  manifest.software = kSoftware;
  manifest.generated = source_date_epoch;
  manifest.orphans = std::move(orphans);
  if (!shard.is_whole()) {
    manifest.shard = shard;
    manifest.selection = plan.selection;
    manifest.selected = plan.selected;
  }
  for (const ArticleResult& result : results) {
    if (result.entry) {
      manifest.articles.push_back(result.entry);
    } else if (!shard.is_whole()) {
      manifest.skipped.push_back(result.name);
    }
  }
  return manifest;
}

}  // namespace aloud
