#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "batch/plan.h"
#include "batch/settings.h"
#include "cache/cache_key.h"
#include "engine/synthesizer.h"
#include "language/pronunciation/lexicon.h"
#include "render/render.h"

namespace aloud {

// What outputs are made from, as SHA-256 in 64 hexadecimal digits: equal digests promise equal bytes.

/// Of the program, the engine with its data, the encoders and ICU.
std::string digest_of_program(const SynthesizerFactory& factory);

/// What the voices of a profile depend on that have another engine than eSpeak NG; empty if there are none.
std::string versions_of_engines(const VoiceProfile& profile, const SynthesizerFactory& factory);

/// Of what was asked for an article, but for what forces it and what the command line adds to lexicons.
std::string digest_of(const ArticleSettings& settings);

/// Of the clips' files.
std::string digest_of(const Clips& clips);

/// Of all that a reading adds to the article but lexicons and clips: two equal digests promise the same script from the same
/// article.
std::string digest_of(const Reading& reading);

/// Of one audio file with its timelines, of which `planned.inputs` and the format's own quality are a part.
std::string digest_of_audio(const PlannedArticle& planned, const PlannedAudio& audio);

/// Of what lexicons say: their comments and layout are nothing to an article. Each is hashed once.
class LexiconDigests {
 public:
  std::string of(const std::vector<std::shared_ptr<const Lexicon>>& lexicons);

 private:
  std::map<std::shared_ptr<const Lexicon>, CacheKey> digests_;
};

}  // namespace aloud
