#include "batch/standing_settings.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <filesystem>

#include "batch/glob.h"
#include "batch/project_file.h"
#include "script/profile_schema.h"
#include "util/error.h"
#include "util/lies_within.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOwnSettingsName = "config.toml";
constexpr const char* kVoiceVariable = "ALOUD_VOICE";

fs::path directory_of(const std::string& article) {
  std::error_code error;
  if (article == "-") return fs::current_path(error);
  return fs::absolute(article, error).lexically_normal().parent_path();
}

std::optional<uid_t> owner_of(const fs::path& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_uid;
}

// In a directory that many may write to, a file with the name of a project says nothing for the articles of others.
bool belongs_to_article(const std::string& project, const std::string& article) {
  const std::optional<uid_t> owner = owner_of(project);
  if (!owner) return false;
  return *owner == ::geteuid() || *owner == 0 || owner == owner_of(article == "-" ? "." : article);
}

bool is_border(const fs::path& directory) {
  const char* home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
  std::error_code error;
  return (home != nullptr && directory == fs::path(home)) || fs::exists(directory / ".git", error);
}

// "aloud.toml" for one in the current directory, "../aloud.toml" for one above.
std::string said_from_here(const fs::path& path) {
  std::error_code error;
  const std::string relative = path.lexically_relative(fs::current_path(error)).string();
  return relative.empty() || relative.size() >= path.string().size() ? path.string() : relative;
}

std::string name_in_project(const std::string& article, const std::string& project) {
  if (article == "-") return article;
  std::error_code error;
  const fs::path directory = fs::absolute(project, error).lexically_normal().parent_path();
  return fs::absolute(article, error).lexically_normal().lexically_relative(directory).generic_string();
}

void set_from(SettingsPatch& patch, const std::string& variable, const std::string& option, const std::string& value) {
  if (variable == kVoiceVariable) {
    patch.voice = value;
    return;
  }
  VoiceProfile probe;
  try {
    apply_override(probe, option, value);
  } catch (const Error& error) {
    const std::string prefix = "--" + option + ' ';  // as the command line would have it
    const std::string message = error.message();
    throw Error(ErrorKind::usage,
                '$' + variable + '=' + (message.starts_with(prefix) ? message.substr(prefix.size()) : message));
  }
  patch.overrides.emplace_back(option, value);
}

SettingsPatch read_environment(const StandingSettingsFinder::Environment& environment) {
  SettingsPatch patch;
  for (const auto& [variable, option] : settings_variables()) {
    const char* value = environment(variable.c_str());
    if (value != nullptr && *value != '\0') set_from(patch, variable, option, value);
  }
  return patch;
}

ArticleSettings merged(const StandingSettings& standing) {
  ArticleSettings all;
  standing.environment.apply_to(all);
  standing.own.apply_to(all);
  standing.project.apply_to(all);
  return all;
}

// Names that stand for these dialects and no others: those that say most first.
std::string names_of(DialectSet wanted) {
  std::vector<std::pair<std::string, DialectSet>> known;
  for (const std::string& name : dialect_names()) {
    const DialectSet set = dialects_of(name).value_or(DialectSet{});
    if (set == wanted) return name;
    if ((set.bits() & ~wanted.bits()) == 0) known.emplace_back(name, set);
  }
  std::stable_sort(known.begin(), known.end(), [](const auto& a, const auto& b) {
    return std::popcount(a.second.bits()) > std::popcount(b.second.bits());
  });
  std::string names;
  DialectSet said = DialectSet::none();
  for (const auto& [name, set] : known) {
    if ((set.bits() & ~said.bits()) == 0) continue;
    said.add(set);
    names += (names.empty() ? "" : ",") + name;
  }
  return names;
}

void add(std::vector<std::pair<std::string, std::string>>& lines, const char* key, const std::optional<std::string>& value) {
  if (value) lines.emplace_back(key, *value);
}

// "pause", "sentence=400" is the key pauses.sentence.
std::pair<std::string, std::string> described_override(std::string option, std::string value) {
  const std::size_t equals = value.find('=');
  std::replace(option.begin(), option.end(), '-', '_');
  if (equals == std::string::npos) return {option, value};
  return {(option == "pause" ? "pauses" : option) + '.' + value.substr(0, equals), value.substr(equals + 1)};
}

}  // namespace

void StandingSettings::lay_beneath(VoiceChoice& voice) const {
  const ArticleSettings all = merged(*this);
  voice.usual_voice = project.voice.value_or("");
  voice.preferred_voice = own.voice.value_or(environment.voice.value_or(""));
  voice.usual_language = all.language;
  voice.project_lexicons = all.lexicons;
  for (const ClipKey& key : clip_keys()) {
    if ((voice.clips.*key.member).empty()) voice.clips.*key.member = all.clips.*key.member;
  }
  if (!project_path.empty()) {
    const std::string directory = fs::path(project_path).parent_path().string();
    voice.project = directory.empty() ? "." : directory;
  }
  if (all.overrides.empty()) return;
  voice.adjust = [overrides = all.overrides, last = voice.adjust](VoiceProfile& profile) {
    for (const auto& [option, value] : overrides) apply_override(profile, option, value);
    if (last) last(profile);
  };
}

void StandingSettings::lay_beneath(ReadOptions& read) const { read.dialects = merged(*this).dialects; }

FindingLevels StandingSettings::finding_levels() const { return merged(*this).finding_levels; }

StandingSettingsFinder::StandingSettingsFinder(UseProject use, std::string config, const Environment& environment) : use_(use) {
  common_.environment = read_environment(environment);
  if (config.empty()) return;
  std::string path = std::move(config) + '/' + kOwnSettingsName;
  std::error_code error;
  if (!fs::exists(path, error)) return;
  common_.own = load_own_settings(path);
  common_.own_path = std::move(path);
}

StandingSettings StandingSettingsFinder::for_article(const std::string& article) {
  StandingSettings standing = common_;
  const std::optional<std::string> path = use_ == UseProject::yes ? find_project(article) : std::nullopt;
  if (!path) return standing;
  if (!belongs_to_article(*path, article)) {
    standing.stranger = *path;
    return standing;
  }
  std::shared_ptr<const Project>& project = projects_[*path];
  if (!project) {
    if (!lies_within(*path, fs::path(*path).parent_path().string()))
      throw Error(ErrorKind::usage, "is a link that leads out of its directory: leave it aside with --no-project",
                  {*path, 0, 0});
    project = std::make_shared<const Project>(load_project(*path));
  }
  const std::string name = name_in_project(article, *path);
  SettingsPatch& patch = standing.project = project->settings;
  for (const SettingsRule& rule : project->rules) {
    if (glob_matches(rule.match, name)) rule.patch.lay_over(patch);
  }
  standing.project_path = *path;
  return standing;
}

std::optional<std::string> find_project(const std::string& article) {
  for (fs::path directory = directory_of(article); !directory.empty(); directory = directory.parent_path()) {
    const fs::path path = directory / kProjectFileName;
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) return said_from_here(path);
    if (is_border(directory) || directory == directory.parent_path()) break;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> describe(const SettingsPatch& patch) {
  std::vector<std::pair<std::string, std::string>> lines;
  add(lines, "voice", patch.voice);
  add(lines, "language", patch.language);
  if (patch.dialects) lines.emplace_back("dialect", names_of(*patch.dialects));
  for (const std::string& path : patch.lexicons) lines.emplace_back("lexicons", path);
  for (const ClipKey& key : clip_keys()) {
    if (!(patch.clips.*key.member).empty()) lines.emplace_back(key.name, patch.clips.*key.member);
  }
  for (const auto& [option, value] : patch.overrides) lines.push_back(described_override(option, value));
  for (const auto& [code, level] : patch.finding_levels) lines.emplace_back("findings." + code, to_string(level));
  return lines;
}

std::vector<std::pair<std::string, std::string>> settings_variables() {
  return {{kVoiceVariable, "voice"},  {"ALOUD_RATE", "rate"},         {"ALOUD_PITCH", "pitch"},      {"ALOUD_RANGE", "range"},
          {"ALOUD_VOLUME", "volume"}, {"ALOUD_WORD_GAP", "word-gap"}, {"ALOUD_LOUDNESS", "loudness"}};
}

}  // namespace aloud
