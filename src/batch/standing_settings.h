#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "batch/settings.h"
#include "document/read_options.h"
#include "render/render.h"

namespace aloud {

/// What holds for one article besides the call and the article itself, strongest first: the project that it lies in, the
/// user's own settings, the environment (docs/settings.md).
struct StandingSettings {
  SettingsPatch project;      ///< aloud.toml's, with its [[articles]] that match the article
  SettingsPatch own;          ///< config.toml's
  SettingsPatch environment;  ///< $ALOUD_VOICE and its like

  std::string project_path;  ///< empty: the article lies in no project, or none was looked for
  std::string stranger;      ///< an aloud.toml that is passed by, since it belongs to another than the article and the user
  std::string own_path;      ///< empty: there is none

  /// Lays all of it beneath what a call says: `voice` and `read` as the call has them. What the article says of itself stays
  /// above it. `dialects`: whether the call leaves the dialects open.
  void lay_beneath(VoiceChoice& voice) const;
  void lay_beneath(ReadOptions& read) const;

  /// Of the project and the user; the project's win.
  FindingLevels finding_levels() const;
};

/// Whether an article's project is looked for.
enum class UseProject { no, yes };

/// Finds what holds for articles; each file is read once.
class StandingSettingsFinder {
 public:
  using Environment = std::function<const char*(const char*)>;

  /// `config`: the directory of the user's own settings; empty: there is none.
  StandingSettingsFinder(UseProject use, std::string config, const Environment& environment);

  /// `article`: path, or "-" for what stands on standard input, which lies in the current directory. On failure (a file that is
  /// no settings; a project that is a link out of its directory) throws Error.
  StandingSettings for_article(const std::string& article);

 private:
  UseProject use_;
  StandingSettings common_;
  std::map<std::string, std::shared_ptr<const struct Project>> projects_;  // by path
};

/// The aloud.toml that governs an article: in its directory, or the nearest one above, up to the user's home or the root of a
/// repository. Nothing is opened. As a path from the current directory, where that is shorter to say.
std::optional<std::string> find_project(const std::string& article);

/// What a patch says, as it would stand in a file: {"voice", "en-gb"}, {"speak.tables", "skip"}, {"findings.deep-nesting",
/// "ignore"}.
std::vector<std::pair<std::string, std::string>> describe(const SettingsPatch& patch);

/// Variables of the environment that hold settings, with what they set: {"ALOUD_RATE", "rate"}.
std::vector<std::pair<std::string, std::string>> settings_variables();

}  // namespace aloud
