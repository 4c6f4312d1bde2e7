// What the gains of voices come to, and what they cost.   loudness_bench [VOICES-DIRECTORY]
//
// For each distinct voice of the profiles: its gain for every named target, found by listening and as the table has it.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <vector>

#include "render/calibration.h"
#include "script/voice_profile.h"

namespace {

std::vector<aloud::VoiceParameters> voices_of(const std::string& directory) {
  std::vector<aloud::VoiceParameters> all;
  const auto add = [&](const aloud::VoiceParameters& voice) {
    for (const auto& known : all)
      if (known == voice) return;
    all.push_back(voice);
  };
  for (const aloud::VoiceProfile& profile : aloud::list_voice_profiles({directory})) {
    add(profile.voice);
    for (const auto& [role, voice] : profile.roles) add(voice);
    for (const auto& [tag, voice] : profile.languages) add(voice);
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  const auto factory = aloud::make_espeak_factory();
  for (const aloud::VoiceParameters& voice : voices_of(argc > 1 ? argv[1] : "voices")) {
    std::string line = fmt::format("{:18} {:4} {:3} {:2} {:2} {:3} {:2}", voice.engine_voice, voice.variant, voice.rate,
                                   voice.pitch, voice.range, voice.volume, voice.word_gap);
    for (const aloud::LoudnessTarget& target : aloud::named_loudness_targets()) {
      if (!target.integrated_lufs) continue;
      line += fmt::format("  {} {:6.2f} ({:6.2f})", target.name, aloud::calibrate(voice, target, *factory).gain_db,
                          aloud::level_for(voice, target, *factory).gain_db);
    }
    std::puts(line.c_str());
  }
}
