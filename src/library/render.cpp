#include "aloud/render.h"

#include <utility>

#include "library/conversions.h"
#include "library/document_impl.h"
#include "library/output_impl.h"
#include "render/session.h"

namespace aloud::v0 {
namespace {

constexpr AudioFormat kDefaultFormat = AudioFormat::vorbis;

aloud::Tags tags_of(const Tags& tags) {
  aloud::Tags inner;
  inner.title = tags.title;
  inner.artist = tags.artist;
  inner.date = tags.date;
  inner.language = tags.language;
  inner.comment = tags.comment;
  return inner;
}

AudioFormat format_for(const std::string& name, const Output& audio) {
  if (!name.empty()) return audio_format_of(name);
  return format_of_extension(audio.impl().path).value_or(kDefaultFormat);
}

/// The request for one article, with the sinks that it writes to.
class Job {
 public:
  Job(const Output& audio, const RenderOptions& options) {
    request_.voice = voice_choice_of(options.voice);
    request_.tags = tags_of(options.tags);
    request_.output = audio.impl().path;
    request_.sink = sink_of(audio);
    for (const TimelineOutput& timeline : options.timelines) {
      const Output::Impl& output = timeline.output.impl();
      request_.timelines.push_back({timeline_kind_of(timeline.format), output.path, sink_of(timeline.output)});
    }
    if (options.on_sentence) {
      request_.on_sentence = [&options](const TimelineSentence& made) { options.on_sentence(sentence_of(made)); };
    }
  }

  const RenderRequest& request() const { return request_; }

 private:
  ByteSink* sink_of(const Output& output) {
    if (!output.impl().make_sink) return nullptr;
    return sinks_.emplace_back(output.impl().make_sink()).get();
  }

  RenderRequest request_;
  std::vector<std::unique_ptr<ByteSink>> sinks_;
};

aloud::OnProgress progress_listener(const RenderOptions& options) {
  if (!options.on_progress) return {};
  return [&options](const aloud::RenderProgress& made) {
    options.on_progress({made.sentences, made.source_done, made.source_total, made.audio_seconds});
  };
}

}  // namespace

class RenderSession::Impl {
 public:
  explicit Impl(SessionOptions options) : options_(std::move(options)), factory_(factory_of(options_.engine)) {
    if (options_.cache) cache_.emplace(cache_options_of(*options_.cache));
    // Known now: the processes can get ready. Otherwise the first output says it.
    if (!options_.format.empty()) start(audio_format_of(options_.format));
  }

  RenderReport render(const Document& document, const Output& audio, const RenderOptions& options) {
    if (!session_) start(format_.value_or(format_for(options_.format, audio)));
    const Job job(audio, options);
    RenderOutcome outcome;
    try {
      session_->stop_when(options.stop);
      session_->add(document.impl().document, job.request(), progress_listener(options),
                    [&](RenderOutcome rendered) { outcome = std::move(rendered); });
      session_->finish();
    } catch (...) {
      session_.reset();  // it is broken; the next article gets another one
      throw;
    }
    if (outcome.failure) std::rethrow_exception(outcome.failure);
    return report_of(outcome.report);
  }

 private:
  void start(AudioFormat format) {
    aloud::SessionOptions inner;
    inner.format = format;
    inner.quality = quality_of(options_.quality, format);
    inner.jobs = options_.engine.jobs;
    inner.cache = cache_ ? &*cache_ : nullptr;
    session_.emplace(*factory_, inner);
    format_ = format;
  }

  SessionOptions options_;
  std::unique_ptr<SynthesizerFactory> factory_;
  std::optional<TakeCache> cache_;
  std::optional<AudioFormat> format_;
  std::optional<aloud::RenderSession> session_;
};

RenderSession::RenderSession(SessionOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
RenderSession::~RenderSession() = default;
RenderSession::RenderSession(RenderSession&&) noexcept = default;
RenderSession& RenderSession::operator=(RenderSession&&) noexcept = default;

RenderReport RenderSession::render(const Document& document, const Output& audio, const RenderOptions& options) {
  return impl_->render(document, audio, options);
}

RenderReport render(const Document& document, const Output& audio, const RenderOptions& options, SessionOptions session) {
  return RenderSession(std::move(session)).render(document, audio, options);
}

}  // namespace aloud::v0
