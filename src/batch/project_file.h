#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/feed.h"
#include "batch/settings.h"

namespace aloud {

/// A project as a person writes it down: aloud.toml. docs/formats/project.md describes every key.
struct Project {
  std::vector<std::string> inputs, excludes;
  std::string output;
  bool drafts = false;
  bool future = true;  ///< articles dated in the future too
  SettingsPatch settings;
  std::vector<SettingsRule> rules;
  std::optional<FeedSettings> feed;
};

/// The settings of a user's own, config.toml: those keys of a project that change how articles sound, and [findings]. Its paths
/// may lead anywhere. On failure throws as parse_project().
SettingsPatch parse_own_settings(std::string_view toml, const std::string& path);

/// The same of a file. On failure throws as load_project().
SettingsPatch load_own_settings(const std::string& path);

/// "ignore", "warning", "error".
std::optional<FindingLevel> finding_level_by_name(std::string_view name);
const char* to_string(FindingLevel level);

/// The codes that docs/findings.md lists.
const std::vector<std::string>& finding_codes();

/// The name that is looked for in the current directory.
inline constexpr const char* kProjectFileName = "aloud.toml";

/// On failure (TOML syntax, an unknown key, a value that cannot be) throws Error{profile} with line, column and, for a
/// misspelt name, the nearest known one.
Project parse_project(std::string_view toml, const std::string& path);

/// On failure throws as parse_project(), or Error{usage} if there is no such file.
Project load_project(const std::string& path);

}  // namespace aloud
