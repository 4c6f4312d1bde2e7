#include "aloud/voices.h"

#include "aloud/aloud.h"
#include "audio/audio_format.h"
#include "script/voice_profile.h"
#include "timeline/timeline.h"
#include "version.h"

namespace aloud::v0 {

std::vector<std::string> default_voice_directories() { return standing_voice_directories(); }

std::vector<Voice> list_voices(const std::vector<std::string>& directories) {
  std::vector<Voice> voices;
  for (const VoiceProfile& profile : list_voice_profiles(directories.empty() ? standing_voice_directories() : directories))
    voices.push_back({profile.name, profile.language, profile.description, profile.path});
  return voices;
}

std::vector<std::string> audio_formats() { return format_names(); }

std::vector<std::string> timeline_formats() { return timeline_names(); }

const char* version() { return kVersion; }

}  // namespace aloud::v0
