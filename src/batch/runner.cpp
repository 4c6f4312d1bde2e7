#include "batch/runner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <list>

#include "batch/digest.h"
#include "batch/manifest_of_plan.h"
#include "document/article_file.h"
#include "render/session.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Status = ArticleResult::Status;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

double to_hundredths(double value) { return std::round(value * 100) / 100; }

ManifestArticle entry_from(const PlannedArticle& planned, const RenderReport& report) {
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

ManifestAudio audio_from(const PlannedAudio& planned, const RenderReport& report) {
  ManifestAudio audio;
  audio.format = to_string(planned.format);
  audio.samples = report.duration.count;
  audio.sample_rate = static_cast<int>(report.rate.hertz);
  if (report.loudness.integrated_lufs) audio.integrated_lufs = to_hundredths(*report.loudness.integrated_lufs);
  if (report.loudness.true_peak > 0) audio.true_peak_dbtp = to_hundredths(20 * std::log10(report.loudness.true_peak));
  audio.made_from = planned.made_from;
  return audio;
}

// One article on its way through all of its formats.
struct Work {
  const PlannedArticle* planned = nullptr;
  ArticleResult* result = nullptr;
  std::optional<ManifestArticle> entry;
  std::vector<std::optional<ManifestAudio>> audio;  // by format, as planned
  std::size_t open = 0;                             // files still to be made
  Clock::time_point begin;
  bool begun = false;
};

struct Group {
  AudioFormat format;
  Quality quality;
  std::vector<std::pair<Work*, std::size_t>> files;  // and the number of the format in the article's list
};

class Runner {
 public:
  Runner(const BatchPlan& plan, OutputDirectory& directory, const SynthesizerFactory& factory, const RunOptions& options,
         const BatchListener& listener)
      : plan_(plan), directory_(directory), factory_(factory), options_(options), listener_(listener) {}

  std::vector<ArticleResult> run() {
    results_.resize(plan_.articles.size());
    for (std::size_t i = 0; i < plan_.articles.size(); ++i) prepare(plan_.articles[i], results_[i]);
    for (Group& group : groups_) render(group);
    for (Work& work : works_) {
      if (work.open > 0) give_up(work);
    }
    return std::move(results_);
  }

 private:
  void prepare(const PlannedArticle& planned, ArticleResult& result) {
    result.name = planned.article.name;
    result.reason = planned.skipped.value_or(planned.reasons());
    if (planned.skipped) {
      result.status = Status::skipped;
    } else if (planned.problem) {
      fail(result, *planned.problem);
      result.entry = planned.known;
      if (listener_.on_result) listener_.on_result(result);
      failed_ = true;
    } else if (!planned.to_render()) {
      result.status = Status::unchanged;
      result.entry = entry_of_unchanged(planned);
      if (listener_.on_result) listener_.on_result(result);
    } else {
      plan_work(planned, result);
    }
  }

  void plan_work(const PlannedArticle& planned, ArticleResult& result) {
    Work& work = works_.emplace_back();
    work.planned = &planned;
    work.result = &result;
    work.audio.resize(planned.audio.size());
    result.status = Status::rendered;
    for (std::size_t i = 0; i < planned.audio.size(); ++i) {
      const PlannedAudio& audio = planned.audio[i];
      if (audio.reasons.empty()) {
        work.audio[i] = *audio.known;
        continue;
      }
      ++work.open;
      group_for(audio).files.emplace_back(&work, i);
      ++progress_.total;
      progress_.total_bytes += planned.article.bytes;
    }
  }

  Group& group_for(const PlannedAudio& audio) {
    for (Group& group : groups_) {
      if (group.format == audio.format && group.quality == audio.quality) return group;
    }
    return groups_.emplace_back(Group{audio.format, audio.quality, {}});
  }

  bool stop() const { return failed_ && options_.fail_fast == FailFast::yes; }

  // All in one session. If that breaks, each article that was in it gets one of its own, so that the one to blame is found.
  void render(Group& group) {
    std::size_t next = 0;
    while (next < group.files.size() && !stop()) {
      in_session_.clear();
      try {
        RenderSession session(factory_, session_options(group));
        for (; next < group.files.size() && !stop(); ++next) add(session, group, next);
        if (!stop()) session.finish();
      } catch (const Error&) {
        std::list<std::size_t> left = in_session_;
        if (left.empty()) left.push_back(std::min(next, group.files.size() - 1));  // there was no session at all
        for (const std::size_t file : left) render_alone(group, file);
        next = left.back() + 1;
      }
    }
    if (options_.cache != nullptr) options_.cache->flush();
  }

  void render_alone(const Group& group, std::size_t file) {
    if (stop()) return;
    in_session_.clear();
    try {
      RenderSession session(factory_, session_options(group));
      add(session, group, file);
      session.finish();
    } catch (const Error& error) {
      finish(*group.files[file].first, group.files[file].second, {{}, std::make_exception_ptr(error)});
    }
  }

  SessionOptions session_options(const Group& group) const {
    return {group.format, group.quality, options_.jobs, options_.cache, listener_.on_cache_decision};
  }

  void add(RenderSession& session, const Group& group, std::size_t file) {
    const auto& [work, index] = group.files[file];
    if (!work->begun) work->begin = Clock::now();
    work->begun = true;
    ++progress_.number;
    in_session_.push_back(file);
    const auto done = [this, file, owner = work, at = index](RenderOutcome outcome) {
      in_session_.remove(file);
      finish(*owner, at, std::move(outcome));
    };
    std::optional<Document> document;
    RenderRequest request;
    try {
      document = read(*work->planned);
      request = request_for(*document, *work->planned, work->planned->audio[index]);
    } catch (const Error&) {
      done({{}, std::current_exception()});
      return;
    }
    session.add(
        std::move(*document), request, [this, owner = work](const RenderProgress& made) { tell(*owner, made); }, done);
  }

  static Document read(const PlannedArticle& planned) {
    const std::string& path = planned.article.path;
    const std::string bytes = read_article_bytes(path);
    if (sha256_of(bytes) != planned.sha256)
      throw Error(ErrorKind::input, "was changed while the batch ran: run it again", {path, 0, 0});
    return parse_article(path, bytes);
  }

  RenderRequest request_for(const Document& document, const PlannedArticle& planned, const PlannedAudio& audio) const {
    RenderRequest request;
    request.article = planned.article.path;
    request.voice = voice_choice_for(*planned.settings, document.front_matter, options_.voice_directories);
    request.output = directory_.path_of(audio.path);
    request.format = audio.format;
    request.quality = audio.quality;
    for (const TimelineOutput& timeline : audio.timelines)
      request.timelines.push_back({timeline.kind, directory_.path_of(timeline.path)});
    make_directory_of(request.output);
    return request;
  }

  static void make_directory_of(const std::string& path) {
    std::error_code error;
    const fs::path directory = fs::path(path).parent_path();
    fs::create_directories(directory, error);
    if (error)
      throw Error(ErrorKind::output, "cannot make the directory: " + describe_errno(error.value()), {directory.string(), 0, 0});
  }

  void tell(const Work& work, const RenderProgress& made) {
    if (!listener_.on_progress) return;
    const std::uint64_t size = std::max<std::uint64_t>(made.source_total, 1);
    progress_.article = work.planned->article.name;
    progress_.sentences = made.sentences;
    progress_.bytes = bytes_done_ + work.planned->article.bytes * std::min<std::uint64_t>(made.source_done, size) / size;
    progress_.audio_seconds = audio_done_ + made.audio_seconds;
    listener_.on_progress(progress_);
  }

  void finish(Work& work, std::size_t index, RenderOutcome outcome) {
    bytes_done_ += work.planned->article.bytes;
    if (!outcome.failure) {
      try {
        note(work, index, outcome.report);
      } catch (const Error&) {
        outcome.failure = std::current_exception();
      }
    }
    if (outcome.failure) note_failure(work, outcome.failure);
    if (--work.open > 0) return;
    conclude(work);
    if (listener_.on_result) listener_.on_result(*work.result);
  }

  void note(Work& work, std::size_t index, const RenderReport& report) {
    const PlannedAudio& planned = work.planned->audio[index];
    ManifestAudio audio = audio_from(planned, report);
    audio.file = file_at(planned.path);
    for (const TimelineOutput& timeline : planned.timelines)
      audio.timelines.push_back({extension_of(timeline.kind) + 1, file_at(timeline.path)});
    work.result->audio_seconds += audio.seconds();
    work.result->utterances += report.utterances;
    work.result->reused_takes += report.reused_takes;
    audio_done_ += audio.seconds();
    work.audio[index] = std::move(audio);
    if (!work.entry) work.entry = entry_from(*work.planned, report);
  }

  OutputFile file_at(const std::string& path) const {
    const auto digest = digest_of_file(directory_.path_of(path));
    if (!digest) throw Error(ErrorKind::output, "vanished after it was written", {directory_.path_of(path), 0, 0});
    return {path, digest->bytes, digest->sha256};
  }

  void note_failure(const Work& work, const std::exception_ptr& failure) {
    failed_ = true;
    try {
      std::rethrow_exception(failure);
    } catch (const Error& error) {
      fail(*work.result, error);
    }
  }

  void fail(ArticleResult& result, const Error& error) {
    result.status = Status::failed;
    const bool at_article = error.place().path == path_of(result);
    result.error = at_article ? error.message() : error.what();
    if (at_article) result.error_line = error.place().line;
    if (at_article) result.error_column = error.place().column;
  }

  std::string path_of(const ArticleResult& result) const {
    return plan_.articles[static_cast<std::size_t>(&result - results_.data())].article.path;
  }

  // What the manifest shall say: what was made, and what is left of before.
  void conclude(Work& work) {
    const PlannedArticle& planned = *work.planned;
    if (!work.entry && planned.known != nullptr) work.entry = *planned.known;
    if (!work.entry) return;
    if (work.result->status == Status::failed && planned.known != nullptr) {
      for (std::size_t i = 0; i < work.audio.size(); ++i) {
        for (const ManifestAudio& known : planned.known->audio) {
          if (!work.audio[i] && known.file.path == planned.audio[i].path) work.audio[i] = known;
        }
      }
    }
    work.entry->audio.clear();
    for (std::optional<ManifestAudio>& audio : work.audio) {
      if (audio) work.entry->audio.push_back(std::move(*audio));
    }
    work.result->wall_seconds = work.begun ? seconds_since(work.begin) : 0;
    if (work.entry->audio.empty()) return;
    work.result->entry = std::make_shared<const ManifestArticle>(std::move(*work.entry));
    directory_.append_to_journal(*work.result->entry);
  }

  // After --fail-fast, or with a part made and a part not.
  void give_up(Work& work) {
    if (work.result->status != Status::failed) work.result->status = Status::not_attempted;
    const bool partly = work.entry.has_value();
    conclude(work);
    if (!partly) work.result->entry = work.planned->known;
  }

  const BatchPlan& plan_;
  OutputDirectory& directory_;
  const SynthesizerFactory& factory_;
  const RunOptions& options_;
  const BatchListener& listener_;
  std::vector<ArticleResult> results_;
  std::list<Work> works_;
  std::list<Group> groups_;
  std::list<std::size_t> in_session_;
  BatchProgress progress_;
  std::uint64_t bytes_done_ = 0;
  double audio_done_ = 0;
  bool failed_ = false;
};

// Removes the files that a manifest says are ours and that are still as we made them.
std::vector<OrphanResult> prune(const std::vector<Orphan>& orphans, const OutputDirectory& directory, Prune wanted) {
  std::vector<OrphanResult> results;
  for (const Orphan& orphan : orphans) {
    OrphanResult& result = results.emplace_back(OrphanResult{orphan, false, {}});
    if (wanted == Prune::no) continue;
    const auto digest = digest_of_file(directory.path_of(orphan.file.path));
    if (digest && (digest->bytes != orphan.file.bytes || digest->sha256 != orphan.file.sha256)) {
      result.kept_because = "it was changed by another hand";
      continue;
    }
    try {
      directory.remove(orphan.file.path);
      result.removed = true;
    } catch (const Error& error) {
      result.kept_because = error.message();
    }
  }
  return results;
}

std::vector<Orphan> remaining(const std::vector<OrphanResult>& results) {
  std::vector<Orphan> orphans;
  for (const OrphanResult& result : results) {
    if (!result.removed) orphans.push_back(result.orphan);
  }
  return orphans;
}

BatchReport report_head(const BatchPlan& plan, Shard shard, const OutputDirectory& directory, BatchMode mode) {
  BatchReport report;
  report.mode = mode;
  report.shard = shard;
  report.selection = plan.selection;
  report.selected = plan.selected;
  report.output = directory.path();
  report.problems = plan.knowledge.problems;
  return report;
}

}  // namespace

BatchReport run_batch(BatchPlan plan, Shard shard, OutputDirectory& directory, const SynthesizerFactory& factory,
                      const RunOptions& options, const BatchListener& listener) {
  const Clock::time_point begin = Clock::now();
  BatchReport report = report_head(plan, shard, directory, BatchMode::render);
  std::vector<std::string> paths;
  for (const PlannedArticle& planned : plan.articles) {
    for (std::string& path : paths_of(planned)) paths.push_back(std::move(path));
  }
  directory.remove_leftovers(paths);
  report.articles = Runner(plan, directory, factory, options, listener).run();
  report.orphans = prune(plan.orphans, directory, options.prune);
  const Manifest manifest = manifest_of(plan, shard, report.articles, remaining(report.orphans), options.source_date_epoch);
  directory.write_manifest(manifest, options.rewrite_manifest);
  report.wall_seconds = seconds_since(begin);
  return report;
}

BatchReport tell_plan(const BatchPlan& plan, Shard shard, const OutputDirectory& directory, BatchMode mode,
                      const std::optional<std::int64_t>& source_date_epoch) {
  BatchReport report = report_head(plan, shard, directory, mode);
  for (const PlannedArticle& planned : plan.articles) {
    ArticleResult& result = report.articles.emplace_back();
    result.name = planned.article.name;
    result.reason = planned.skipped.value_or(planned.reasons());
    result.status = planned.skipped ? Status::skipped : planned.to_render() ? Status::outdated : Status::unchanged;
    if (planned.problem) {
      result.status = Status::failed;
      const bool at_article = planned.problem->place().path == planned.article.path;
      result.error = at_article ? planned.problem->message() : planned.problem->what();
      result.error_line = at_article ? planned.problem->place().line : 0;
    } else if (result.status == Status::unchanged) {
      result.entry = entry_of_unchanged(planned);
    }
  }
  for (const Orphan& orphan : plan.orphans) report.orphans.push_back({orphan, false, {}});
  if (mode != BatchMode::check || !totals_of(report).good(mode)) return report;
  if (plan.knowledge.interrupted) report.problems.push_back("a batch was interrupted before it wrote " + manifest_name(shard));
  const std::string wanted = manifest_sha256(manifest_of(plan, shard, report.articles, {}, source_date_epoch));
  if (plan.knowledge.manifest_sha256 != wanted && !plan.knowledge.interrupted)
    report.problems.push_back(manifest_name(shard) +
                              (plan.knowledge.manifest_sha256.empty() ? " is missing" : " is not as a batch would write it"));
  return report;
}

}  // namespace aloud
