#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "cache/take_store.h"
#include "process/performer.h"

namespace aloud {

/// Whether new takes go into the cache.
enum class Keep { no, yes };

/// The processes that speak, and what they have spoken before. Takes are samples (the format wav).
class CachingPerformer {
 public:
  using Listener = Performer::OnTake;

  /// Any thread may construct one. `factory` outlives the performer. `cache`: nullopt for none.
  CachingPerformer(const SynthesizerFactory& factory, unsigned jobs, std::optional<TakeCache::Options> cache);
  ~CachingPerformer();

  /// Performs utterances, several at once, and tells `listener` of each, in order. On failure throws Error{synthesis}.
  void perform(std::vector<Utterance> utterances, Keep keep, const Listener& listener);

  /// Opens the cache, looks takes up there, and keeps new ones, from now on. Has to read all of the engine's data to know which
  /// takes are its own, some 50 ms: nothing to do before the first sound.
  void open_cache();
  bool cache_ready() const { return !options_ || store_.has_value(); }

 private:
  PerformerOptions options(unsigned jobs);

  const SynthesizerFactory& factory_;
  std::optional<TakeCache::Options> options_;
  std::optional<TakeCache> cache_;
  std::optional<TakeStore> store_;
  const Listener* listener_ = nullptr;
  Keep keep_ = Keep::yes;
  Performer performer_;
};

}  // namespace aloud
