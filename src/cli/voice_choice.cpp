#include "cli/voice_choice.h"

namespace aloud::cli {

VoiceChoice voice_choice_of(const VoiceArguments& arguments) {
  VoiceChoice choice;
  choice.name = arguments.voice;
  choice.language = arguments.language;
  choice.directories = voice_directories(arguments.directories);
  choice.adjust = [overrides = arguments.overrides](VoiceProfile& profile) {
    for (const auto& [option, value] : overrides) apply_override(profile, option, value);
  };
  return choice;
}

}  // namespace aloud::cli
