#include "batch/article_runner.h"

#include <algorithm>
#include <chrono>
#include <list>

#include "batch/manifest_of_plan.h"
#include "document/article_file.h"
#include "process/article_reader.h"
#include "render/session.h"
#include "util/digest.h"

namespace aloud {
namespace {

using Clock = std::chrono::steady_clock;
using Status = ArticleResult::Status;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

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
      : plan_(plan),
        directory_(directory),
        factory_(factory),
        options_(options),
        listener_(listener),
        reader_(options.limits) {}

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
    if (planned.settings) result.finding_levels = planned.settings->finding_levels;
    result.reason = planned.skipped.value_or(planned.reasons());
    if (planned.skipped) {
      result.status = Status::skipped;
    } else if (planned.problem) {
      set_failed(result, *planned.problem, planned.article.path);
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
        session.stop_when(options_.stop);
        for (; next < group.files.size() && !stop(); ++next) add(session, group, next);
        if (!stop()) session.finish();
      } catch (const Error& error) {
        if (error.kind() == ErrorKind::cancelled) throw;
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
      session.stop_when(options_.stop);
      add(session, group, file);
      session.finish();
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
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

  Document read(const PlannedArticle& planned) {
    const std::string& path = planned.article.path;
    const std::string bytes = read_article_bytes(path);
    if (sha256_of(bytes) != planned.sha256)
      throw Error(ErrorKind::input, "was changed while the batch ran: run it again", {path, 0, 0});
    ReadOptions read;
    read.dialects = planned.settings->dialects;
    Document document = reader_.read(path, bytes, read);
    require_text(document);
    return document;
  }

  RenderRequest request_for(const Document& document, const PlannedArticle& planned, const PlannedAudio& audio) const {
    RenderRequest request;
    request.article = planned.article.path;
    request.voice = voice_choice_for(*planned.settings, document.front_matter, options_.voice_directories, options_.project);
    request.directory = &directory_.files();
    request.output = audio.path;
    request.format = audio.format;
    request.quality = audio.quality;
    request.verify = options_.verify;
    request.chapter_level = planned.settings->chapter_level;
    request.page_audio = planned.settings->page_audio;
    request.cover = planned.settings->cover;
    request.timelines = audio.timelines;
    return request;
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
    ManifestAudio audio = audio_of_rendered(planned, report);
    audio.file = file_at(planned.path);
    for (const TimelineOutput& timeline : planned.timelines)
      audio.timelines.push_back({extension_of(timeline.kind) + 1, file_at(timeline.path)});
    work.result->audio_seconds += audio.seconds();
    work.result->utterances += report.utterances;
    work.result->reused_takes += report.reused_takes;
    audio_done_ += audio.seconds();
    work.audio[index] = std::move(audio);
    if (!work.entry) work.entry = entry_of_rendered(*work.planned, report);
  }

  OutputFile file_at(const std::string& path) const {
    const auto digest = directory_.files().digest_of(path);
    if (!digest) throw Error(ErrorKind::output, "vanished after it was written", {directory_.path_of(path), 0, 0});
    return {path, digest->bytes, digest->sha256};
  }

  void note_failure(const Work& work, const std::exception_ptr& failure) {
    failed_ = true;
    try {
      std::rethrow_exception(failure);
    } catch (const Error& error) {
      set_failed(*work.result, error, work.planned->article.path);
    }
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
  ArticleReader reader_;
  std::vector<ArticleResult> results_;
  std::list<Work> works_;
  std::list<Group> groups_;
  std::list<std::size_t> in_session_;
  BatchProgress progress_;
  std::uint64_t bytes_done_ = 0;
  double audio_done_ = 0;
  bool failed_ = false;
};

}  // namespace

std::vector<ArticleResult> run_articles(const BatchPlan& plan, OutputDirectory& directory, const SynthesizerFactory& factory,
                                        const RunOptions& options, const BatchListener& listener) {
  return Runner(plan, directory, factory, options, listener).run();
}

}  // namespace aloud
