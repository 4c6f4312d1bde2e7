#include "batch/manifest_of_plan.h"

#include <algorithm>
#include <cmath>

#include "version.h"

namespace aloud {
namespace {

double to_hundredths(double value) { return std::round(value * 100) / 100; }

}  // namespace

ManifestArticle entry_of_rendered(const PlannedArticle& planned, const RenderReport& report) {
  ManifestArticle entry;
  entry.name = planned.article.name;
  entry.title = report.title;
  entry.language = report.language;
  entry.voice = report.voice;
  entry.words = report.words;
  entry.sentences = report.sentences;
  entry.utterances = report.utterances;
  entry.failed_utterances = report.failed_utterances;
  const Coverage& coverage = report.coverage;
  entry.coverage = {coverage.total, coverage.spoken, coverage.silent, coverage.left_out, coverage.unaccounted};
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Place& place = report.places[i];
    entry.findings.push_back({report.findings[i].code, report.findings[i].message, place.line, place.column});
  }
  entry.inputs = planned.inputs;
  return entry;
}

ManifestAudio audio_of_rendered(const PlannedAudio& planned, const RenderReport& report) {
  ManifestAudio audio;
  audio.format = to_string(planned.format);
  audio.samples = report.duration.count;
  audio.sample_rate = static_cast<int>(report.rate.hertz);
  if (report.loudness.integrated_lufs) audio.integrated_lufs = to_hundredths(*report.loudness.integrated_lufs);
  if (report.loudness.true_peak > 0) audio.true_peak_dbtp = to_hundredths(20 * std::log10(report.loudness.true_peak));
  audio.made_from = planned.made_from;
  return audio;
}

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
