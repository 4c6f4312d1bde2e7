#pragma once

#include <utility>
#include <vector>

#include "audio/audio_format.h"
#include "audio/clip.h"
#include "engine/synthesizer.h"
#include "script/voice_profile.h"

namespace aloud {

/// Finds the level of each voice that speaks, so that each by itself comes to the loudness target. The ceiling is lowered by
/// what coding in this format and quality adds to peaks. A voice is looked up, or listened to, when it is first needed: most
/// profiles name voices for languages that an article does not hold.
class Leveler {
 public:
  /// Requires: `factory` outlives this.
  Leveler(LoudnessTarget target, AudioFormat format, const Quality& quality, const SynthesizerFactory& factory)
      : target_(std::move(target)), format_(format), quality_(quality), factory_(factory) {}

  /// On failure (a voice that has to be heard first, and cannot be loaded) throws Error{synthesis}.
  void set_level(VoiceParameters& voice);

  /// The level of a clip, whose loudness is known.
  Level level_of(const Clip& clip) const;

 private:
  void leave_headroom(Level& level) const;

  LoudnessTarget target_;
  AudioFormat format_;
  Quality quality_;
  const SynthesizerFactory& factory_;
  std::vector<std::pair<VoiceParameters, Level>> known_;
};

}  // namespace aloud
