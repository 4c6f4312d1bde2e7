#include "batch/cache_name.h"

#include "cache/cache_key.h"

namespace aloud {

std::string cache_name(const BatchPlan& plan) {
  constexpr std::size_t kDigits = 12;
  CacheKeyBuilder content;
  for (const PlannedArticle& planned : plan.articles) {
    for (const PlannedAudio& audio : planned.audio) content.add("made_from", audio.made_from);
  }
  return "aloud-" + plan.program.substr(0, kDigits) + '-' + to_hex(content.finish()).substr(0, kDigits);
}

}  // namespace aloud
