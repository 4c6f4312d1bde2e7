#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "audio/audio_format.h"
#include "cache/take_cache.h"
#include "process/performer.h"
#include "script/script.h"

namespace aloud {

/// What the cache answered for one utterance, and why.
struct CacheDecision {
  std::size_t utterance = 0;
  std::string text;
  bool hit = false;
  std::string key;     ///< 64 hexadecimal digits
  std::string reason;  ///< "in the cache", "text not seen before", "rate: 175 → 180"
};

/// Takes in a cache: knows what a take depends on, and how it is written down.
///
/// A take depends on its text, where its words are, its voice, the engine, and the codec with its settings; not on where it
/// stands, the pauses around it or the article. A clip's depends on its file's bytes in the place of text and engine. Beside
/// each take its recipe is kept under its text alone, so that a later miss can say what has changed.
class TakeStore {
 public:
  struct Counts {
    std::size_t hits = 0, misses = 0;  ///< of utterances; clips are not counted
  };

  /// As SynthesizerFactory::version_of().
  using VersionOf = std::function<std::string(const VoiceParameters&)>;

  /// Requires: `cache` outlives the store. `engine_version` as SynthesizerFactory::version() gives it; `version_of` is asked
  /// for voices of other engines than eSpeak NG.
  TakeStore(TakeCache& cache, AudioFormat format, const Quality& quality, std::string engine_version,
            VersionOf version_of = {});

  /// The take of an utterance that was performed before, with the same inputs; nullopt is a miss.
  std::optional<Take> recall(const Utterance& utterance);

  /// Keeps a take that came out whole; others are made anew each time.
  void keep(const Utterance& utterance, const Take& take);

  /// Calls `on_decision` for each recall() from now on. Explaining a miss reads the cache once more.
  void explain(std::function<void(const CacheDecision&)> on_decision) { on_decision_ = std::move(on_decision); }

  const Counts& counts() const { return counts_; }

 private:
  void add_clip_recipe(const Utterance& utterance, CacheKeyBuilder& key) const;
  void add_recipe(const Utterance& utterance, CacheKeyBuilder& key) const;
  CacheKey text_key(const Utterance& utterance) const;
  void report(const Utterance& utterance, const CacheKey& key, const std::string& recipe, bool hit);
  std::string what_changed(const Utterance& utterance, const std::string& recipe);

  TakeCache& cache_;
  AudioFormat format_;
  Quality quality_;
  std::string engine_version_;
  VersionOf version_of_;
  std::string codec_version_;
  std::function<void(const CacheDecision&)> on_decision_;
  Counts counts_;
};

}  // namespace aloud
