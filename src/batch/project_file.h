#pragma once

#include <string>
#include <string_view>
#include <vector>

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
};

/// The name that is looked for in the current directory.
inline constexpr const char* kProjectFileName = "aloud.toml";

/// On failure (TOML syntax, an unknown key, a value that cannot be) throws Error{profile} with line, column and, for a
/// misspelt name, the nearest known one.
Project parse_project(std::string_view toml, const std::string& path);

/// On failure throws as parse_project(), or Error{usage} if there is no such file.
Project load_project(const std::string& path);

}  // namespace aloud
