#pragma once

#include <string>

#include "batch/standing_settings.h"
#include "cli/arguments.h"

namespace aloud::cli {

/// What holds for each article of a call: the command line, over what the article says, over what stands in aloud.toml, the
/// user's config.toml and the environment.
class CallSettings {
 public:
  /// Requires: `arguments` outlives this. On failure (settings that are none) throws Error.
  explicit CallSettings(const VoiceArguments& arguments);

  VoiceChoice voice_for(const std::string& article);
  ReadOptions read_for(const std::string& article, const ReadArguments& read);

  /// The project's and the user's, with `ignored` left untold.
  FindingLevels finding_levels_for(const std::string& article, const std::vector<std::string>& ignored);

 private:
  const StandingSettings& standing_for(const std::string& article);

  const VoiceArguments& arguments_;
  StandingSettingsFinder finder_;
  std::string article_;  // that standing_ is for
  std::optional<StandingSettings> standing_;
};

/// The finder of a call, by the user's directories and environment.
StandingSettingsFinder settings_finder(UseProject use);

}  // namespace aloud::cli
