#include "aloud/batch.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include "batch/batch_request.h"
#include "batch/report.h"
#include "batch/runner.h"
#include "library/conversions.h"
#include "util/suggest.h"

namespace aloud::v0 {
namespace {

using Status = BatchArticle::Status;

Status status_of(ArticleResult::Status status) {
  switch (status) {
    case ArticleResult::Status::rendered:
      return Status::rendered;
    case ArticleResult::Status::unchanged:
      return Status::unchanged;
    case ArticleResult::Status::outdated:
      return Status::outdated;
    case ArticleResult::Status::skipped:
      return Status::skipped;
    case ArticleResult::Status::failed:
      return Status::failed;
    case ArticleResult::Status::not_attempted:
      break;
  }
  return Status::not_attempted;
}

BatchArticle article_of(const ArticleResult& result) {
  BatchArticle article;
  article.name = result.name;
  article.status = status_of(result.status);
  article.reason = result.reason;
  article.error = result.error;
  if (!result.error.empty()) article.error_place = {result.name, result.error_line, result.error_column};
  if (result.entry == nullptr) return article;
  article.seconds = result.entry->seconds();
  for (const OutputFile& file : files_of(*result.entry)) article.files.push_back(file.path);
  for (const ManifestFinding& finding : told_findings(result))
    article.findings.push_back({finding.code, finding.message, {result.name, finding.line, finding.column}});
  return article;
}

SettingsPatch forced_by(const BatchOptions& options) {
  SettingsPatch patch;
  if (!options.voice.name.empty()) patch.voice = options.voice.name;
  if (!options.voice.language.empty()) patch.language = voice_choice_of(options.voice).language;
  patch.overrides = options.voice.changes;
  patch.lexicons = options.voice.lexicons;
  for (const std::string& name : options.formats) {
    if (!patch.formats) patch.formats.emplace();
    patch.formats->push_back(audio_format_of(name));
  }
  for (const std::string& name : options.timelines) {
    if (!patch.timelines) patch.timelines.emplace();
    patch.timelines->push_back(timeline_kind_of(name));
  }
  if (!options.quality) return patch;
  patch.vorbis_quality = quality_of(*options.quality, AudioFormat::vorbis).vorbis_quality;
  patch.opus_bitrate = quality_of(*options.quality, AudioFormat::opus).opus_bitrate;
  patch.mp3_bitrate = quality_of(*options.quality, AudioFormat::mp3).mp3_bitrate;
  patch.flac_compression = quality_of(*options.quality, AudioFormat::flac).flac_compression;
  patch.sample_format = quality_of(*options.quality, AudioFormat::wav).sample_format;
  return patch;
}

BatchRequest request_of(const BatchOptions& options) {
  if (options.shard == 0 || options.shard > options.shards)
    throw Error(ErrorKind::usage,
                "there is no shard " + std::to_string(options.shard) + " of " + std::to_string(options.shards));
  if (options.prune == Prune::yes && options.shards > 1)
    throw Error(ErrorKind::usage, "pruning needs to see all articles: not with shards");
  BatchCall call;
  call.project_path = options.project;
  call.inputs = options.inputs;
  call.excludes = options.excludes;
  call.output = options.output;
  call.forced = forced_by(options);
  call.voice_directories = voice_choice_of(options.voice).directories;
  call.drafts = options.drafts == Drafts::render ? aloud::Drafts::render : aloud::Drafts::skip;
  call.force = options.force == Force::yes;
  call.future = options.future == Future::render;
  call.now = options.source_date_epoch.value_or(std::time(nullptr));
  call.shard = {options.shard, options.shards};
  call.limits = reader_limits_of(options.engine);
  return batch_request_of(call, options.project.empty() ? Project{} : load_project(options.project));
}

RunOptions run_options_of(const BatchOptions& options, const BatchRequest& request, TakeCache* cache) {
  RunOptions run;
  run.jobs = options.engine.jobs;
  run.cache = cache;
  run.voice_directories = request.voice_directories;
  run.project = request.project;
  run.fail_fast = options.fail_fast == FailFast::yes ? aloud::FailFast::yes : aloud::FailFast::no;
  run.prune = options.prune == Prune::yes ? aloud::Prune::yes : aloud::Prune::no;
  run.source_date_epoch = options.source_date_epoch;
  run.stop = options.stop;
  run.limits = request.limits;
  return run;
}

BatchListener listener_of(const BatchOptions& options) {
  BatchListener listener;
  if (options.on_progress) {
    listener.on_progress = [&options](const aloud::BatchProgress& made) {
      options.on_progress({made.article, made.number, made.total, made.bytes, made.total_bytes, made.audio_seconds});
    };
  }
  if (options.on_article)
    listener.on_result = [&options](const ArticleResult& result) { options.on_article(article_of(result)); };
  return listener;
}

}  // namespace

class BatchReport::Impl {
 public:
  explicit Impl(aloud::BatchReport made) : report(std::move(made)), totals(totals_of(report)) {
    for (const ArticleResult& result : report.articles) articles.push_back(article_of(result));
    for (const OrphanResult& orphan : report.orphans) {
      if (!orphan.removed) orphans.push_back(orphan.orphan.file.path);
    }
  }

  aloud::BatchReport report;
  BatchTotals totals;
  std::vector<BatchArticle> articles;
  std::vector<std::string> orphans;
};

BatchReport::BatchReport(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
BatchReport::BatchReport(BatchReport&&) noexcept = default;
BatchReport& BatchReport::operator=(BatchReport&&) noexcept = default;
BatchReport::~BatchReport() = default;

const std::vector<BatchArticle>& BatchReport::articles() const { return impl_->articles; }

std::size_t BatchReport::count(Status status) const {
  const auto has_it = [status](const BatchArticle& article) { return article.status == status; };
  return static_cast<std::size_t>(std::count_if(impl_->articles.begin(), impl_->articles.end(), has_it));
}

double BatchReport::audio_seconds() const { return impl_->totals.audio_seconds; }
const std::vector<std::string>& BatchReport::orphans() const { return impl_->orphans; }
const std::vector<std::string>& BatchReport::problems() const { return impl_->report.problems; }
bool BatchReport::good() const { return impl_->totals.good(impl_->report.mode); }

std::string BatchReport::text(const std::string& format) const {
  if (const auto known = report_format_by_name(format)) return report_text(impl_->report, *known);
  throw Error(ErrorKind::usage, "unknown report format \"" + format + "\": text, json, junit, github or markdown");
}

BatchReport run_batch(const BatchOptions& options) {
  const BatchRequest request = request_of(options);
  OutputDirectory directory(open_output(request.output, request.project, Access::exclusive), request.shard, Access::exclusive,
                            {});
  const auto factory = factory_of(options.engine);
  std::optional<TakeCache> cache;
  if (options.cache) cache.emplace(cache_options_of(*options.cache));
  BatchPlan plan = make_plan(request, *factory, directory);
  return BatchReport(std::make_unique<const BatchReport::Impl>(
      aloud::run_batch(std::move(plan), request.shard, directory, *factory,
                       run_options_of(options, request, cache ? &*cache : nullptr), listener_of(options))));
}

BatchReport check_batch(const BatchOptions& options) {
  const BatchRequest request = request_of(options);
  const OutputDirectory directory(open_output(request.output, request.project, Access::read_only), request.shard,
                                  Access::read_only, {});
  const auto factory = factory_of(options.engine);
  const BatchPlan plan = make_plan(request, *factory, directory);
  return BatchReport(std::make_unique<const BatchReport::Impl>(
      tell_plan(plan, request.shard, directory, BatchMode::check, options.source_date_epoch)));
}

}  // namespace aloud::v0
