#include "cli/call_settings.h"

#include <cstdlib>

#include "cli/voice_choice.h"
#include "util/address.h"
#include "util/user_directories.h"

namespace aloud::cli {

StandingSettingsFinder settings_finder(UseProject use) {
  return {use, user_config_directory(), [](const char* name) -> const char* { return std::getenv(name); }};
}

CallSettings::CallSettings(const VoiceArguments& arguments)
    : arguments_(arguments), finder_(settings_finder(arguments.project ? UseProject::yes : UseProject::no)) {}

VoiceChoice CallSettings::voice_for(const std::string& article) {
  VoiceChoice voice = voice_choice_of(arguments_);
  standing_for(article).lay_beneath(voice);
  return voice;
}

ReadOptions CallSettings::read_for(const std::string& article, const ReadArguments& read) {
  ReadOptions options = read;
  if (!read.dialect_named) standing_for(article).lay_beneath(options);
  return options;
}

FindingLevels CallSettings::finding_levels_for(const std::string& article, const std::vector<std::string>& ignored) {
  FindingLevels levels = standing_for(article).finding_levels();
  for (const std::string& code : ignored) levels[code] = FindingLevel::ignore;
  return levels;
}

const StandingSettings& CallSettings::standing_for(const std::string& article) {
  if (!standing_ || article_ != article) {
    standing_ = finder_.for_article(is_address(article) ? "-" : article);  // a page lies in no project, as standard input
    article_ = article;
  }
  return *standing_;
}

}  // namespace aloud::cli
