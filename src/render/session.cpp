#include "render/session.h"

#include <deque>
#include <optional>

#include "process/performer.h"
#include "render/production.h"

namespace aloud {

class RenderSession::Impl {
 public:
  Impl(const SynthesizerFactory& factory, const SessionOptions& options)
      : factory_(factory),
        options_(options),
        performer_(factory, performer_options(),
                   [this](const Utterance& utterance, const Take& take) { place(utterance, take); }) {
    if (options.cache == nullptr) return;
    store_.emplace(*options.cache, options.format, options.quality, factory.version(),
                   [this](const VoiceParameters& voice) { return factory_.version_of(voice); });
    if (options.on_cache_decision) store_->explain(options.on_cache_decision);
  }

  void add(Document document, const RenderRequest& request, const OnProgress& on_progress, OnRendered on_rendered) {
    RenderRequest own = request;
    own.format = options_.format;
    own.quality = options_.quality;
    productions_.push_back(
        std::make_unique<Production>(std::move(document), std::move(own), on_progress, std::move(on_rendered)));
    Production& production = *productions_.back();
    const std::size_t hits_before = hits();
    production.compose(factory_, [this](Utterance utterance) { submit(std::move(utterance)); });
    if (broken_) std::rethrow_exception(broken_);
    production.count_reused(hits() - hits_before);
    finish_complete();
  }

  void stop_when(std::stop_token token) { performer_.stop_when(std::move(token)); }

  void finish() {
    performer_.finish();
    finish_complete();
    if (options_.cache != nullptr) options_.cache->flush();
  }

 private:
  PerformerOptions performer_options() {
    PerformerOptions options;
    options.format = options_.format;
    options.quality = options_.quality;
    options.jobs = options_.jobs;
    if (options_.cache != nullptr) {
      options.recall = [this](const Utterance& utterance) { return store_->recall(utterance); };
      options.keep = [this](const Utterance& utterance, const Take& take) { store_->keep(utterance, take); };
    }
    return options;
  }

  // What goes wrong with the performer concerns all articles: composing one ends by it, and add() throws it.
  void submit(Utterance utterance) {
    try {
      performer_.submit(std::move(utterance));
    } catch (...) {
      broken_ = std::current_exception();
      throw;
    }
  }

  // Takes come in the order of submission, so they belong to the first article that still waits for some.
  void place(const Utterance& utterance, const Take& take) {
    productions_.front()->place(utterance, take);
    finish_complete();
  }

  void finish_complete() {
    while (!productions_.empty() && productions_.front()->complete()) {
      const std::unique_ptr<Production> done = std::move(productions_.front());
      productions_.pop_front();
      done->finish();
    }
  }

  std::size_t hits() const { return store_ ? store_->counts().hits : 0; }

  const SynthesizerFactory& factory_;
  SessionOptions options_;
  std::deque<std::unique_ptr<Production>> productions_;
  std::optional<TakeStore> store_;
  std::exception_ptr broken_;
  Performer performer_;  // last: it calls the others and must end first
};

SessionOptions session_options_of(const RenderRequest& request) {
  return {request.format, request.quality, request.jobs, request.cache, request.on_cache_decision};
}

RenderSession::RenderSession(const SynthesizerFactory& factory, const SessionOptions& options)
    : impl_(std::make_unique<Impl>(factory, options)) {}

RenderSession::~RenderSession() = default;

void RenderSession::add(Document document, const RenderRequest& request, const OnProgress& on_progress,
                        OnRendered on_rendered) {
  impl_->add(std::move(document), request, on_progress, std::move(on_rendered));
}

void RenderSession::finish() { impl_->finish(); }

void RenderSession::stop_when(std::stop_token token) { impl_->stop_when(std::move(token)); }

}  // namespace aloud
