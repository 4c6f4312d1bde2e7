#include "render/leveling.h"

#include "synthesis/calibration.h"

namespace aloud {

namespace {

/// dB by which decoded peaks have been seen to exceed those that were encoded, at the default qualities, rounded up.
double coding_headroom_db(AudioFormat format) {
  switch (format) {
    case AudioFormat::wav:
    case AudioFormat::flac:
      return 0;
    case AudioFormat::vorbis:
      return 1;
    case AudioFormat::opus:
      return 1.5;
    case AudioFormat::mp3:
      return 0.5;
  }
  return 0;
}

}  // namespace

void set_levels(VoiceProfile& profile, AudioFormat format, const SynthesizerFactory& factory) {
  const auto set_level = [&](VoiceParameters& voice) {
    voice.level = level_for(voice, profile.loudness, factory);
    if (voice.level.ceiling_dbtp) *voice.level.ceiling_dbtp -= coding_headroom_db(format);
  };
  set_level(profile.voice);
  for (auto& [role, voice] : profile.roles) set_level(voice);
  for (auto& [tag, voice] : profile.languages) set_level(voice);
}

}  // namespace aloud
