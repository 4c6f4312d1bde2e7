#include "cli/voice_choice.h"

#include <filesystem>

#include "batch/project_file.h"
#include "language/language_tag.h"
#include "script/profile_schema.h"
#include "util/error.h"

namespace aloud::cli {

VoiceChoice voice_choice_of(const VoiceArguments& arguments) {
  if (!arguments.language.empty() && !is_language_tag(arguments.language))
    throw Error(ErrorKind::usage, "--lang " + arguments.language + ": not a language tag, such as en or de-AT");
  VoiceChoice choice;
  choice.name = arguments.voice;
  choice.language = normal_language_tag(arguments.language);
  choice.lexicons = arguments.lexicons;
  choice.clips = arguments.clips;
  choice.detect = arguments.detect;
  choice.allow_commands = arguments.allow_commands;
  choice.directories = voice_directories(arguments.directories);
  if (std::error_code error; std::filesystem::exists(kProjectFileName, error)) choice.project = ".";
  choice.adjust = [overrides = arguments.overrides](VoiceProfile& profile) {
    for (const auto& [option, value] : overrides) apply_override(profile, option, value);
  };
  return choice;
}

VoiceChoice voice_choice_without_clips(const VoiceArguments& arguments) {
  VoiceChoice choice = voice_choice_of(arguments);
  for (const ClipKey& key : clip_keys()) choice.clips.*key.member = kNoClip;
  return choice;
}

}  // namespace aloud::cli
