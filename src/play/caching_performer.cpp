#include "play/caching_performer.h"

#include "util/error.h"

namespace aloud {

CachingPerformer::CachingPerformer(const SynthesizerFactory& factory, unsigned jobs, std::optional<TakeCache::Options> cache)
    : factory_(factory),
      options_(std::move(cache)),
      performer_(factory, options(jobs),
                 [this](const Utterance& utterance, const Take& take) { (*listener_)(utterance, take); }) {}

CachingPerformer::~CachingPerformer() {
  try {
    if (cache_) cache_->flush();
  } catch (const Error&) {
    // Takes that could not be kept are made again.
  }
}

void CachingPerformer::perform(std::vector<Utterance> utterances, Keep keep, const Listener& listener) {
  keep_ = keep;
  listener_ = &listener;
  for (Utterance& utterance : utterances) performer_.submit(std::move(utterance));
  performer_.finish();
}

void CachingPerformer::open_cache() {
  if (cache_ready()) return;
  cache_.emplace(*options_);
  store_.emplace(*cache_, AudioFormat::wav, Quality{}, factory_.version(),
                 [this](const VoiceParameters& voice) { return factory_.version_of(voice); });
}

PerformerOptions CachingPerformer::options(unsigned jobs) {
  PerformerOptions options;
  options.format = AudioFormat::wav;
  options.jobs = jobs;
  if (!options_) return options;
  options.recall = [this](const Utterance& utterance) { return store_ ? store_->recall(utterance) : std::nullopt; };
  options.keep = [this](const Utterance& utterance, const Take& take) {
    if (store_ && keep_ == Keep::yes) store_->keep(utterance, take);
  };
  return options;
}

}  // namespace aloud
