#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "script/voice_profile.h"
#include "util/error.h"
#include "util/installation.h"
#include "util/lies_within.h"
#include "util/regular_file.h"
#include "util/suggest.h"
#include "util/user_directories.h"
#include "version.h"

namespace aloud {
namespace {

namespace fs = std::filesystem;

// A profile is a page of text; what is larger is another file.
constexpr std::size_t kLargestProfile = 1 << 20;

constexpr const char* kLocalVoices = "voices";

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
  return value == nullptr ? "" : value;
}

// $ALOUD_VOICES.
void add_named(std::vector<std::string>& directories) {
  const std::string listed = environment("ALOUD_VOICES");
  for (std::size_t begin = 0; begin < listed.size();) {
    const std::size_t end = std::min(listed.find(':', begin), listed.size());
    if (end > begin) directories.push_back(listed.substr(begin, end - begin));
    begin = end + 1;
  }
}

// The user's own; then, of the prefixes that this may have been installed to, those that are there, and in any case the
// configured one's.
void add_users_and_installed(std::vector<std::string>& directories) {
  const std::string data = user_data_directory();
  if (!data.empty()) directories.push_back(data + "/voices");
  const std::vector<fs::path> prefixes = installation_prefixes();
  for (const fs::path& prefix : prefixes) {
    std::error_code error;
    const fs::path voices = prefix / kVoicesBelowPrefix;
    if (&prefix == &prefixes.back() || fs::is_directory(voices, error)) directories.push_back(voices.string());
  }
}

// Many articles are read by few voices: a profile is parsed again only when its file holds something else.
VoiceProfile remembered(const std::string& text, const std::string& path) {
  static thread_local std::map<std::string, std::pair<std::string, VoiceProfile>> known;
  const auto found = known.find(path);
  if (found != known.end() && found->second.first == text) return found->second.second;
  VoiceProfile profile = parse_voice_profile(text, path);
  known.insert_or_assign(path, std::pair(text, profile));
  return profile;
}

VoiceProfile load_file(const std::string& path, ErrorKind kind_if_missing) {
  return remembered(read_regular_file(path, {"voice profile", kLargestProfile, kind_if_missing, ErrorKind::profile}), path);
}

VoiceProfile load_found(const std::string& path) {
  VoiceProfile profile = load_file(path, ErrorKind::profile);
  profile.of_project = fs::path(path).parent_path() == kLocalVoices;
  return profile;
}

// Paths of the profiles by name; the first directory that has a name keeps it.
std::map<std::string, std::string> find_profiles(const std::vector<std::string>& directories) {
  std::map<std::string, std::string> paths;
  for (const std::string& directory : directories) {
    std::error_code error;
    for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
      const fs::path& path = at->path();
      // Of the current directory, which may be a stranger's clone, only what really lies in it.
      if (directory == kLocalVoices && !lies_within(path, ".")) continue;
      if (path.extension() == ".toml") paths.emplace(path.stem().string(), path.string());
    }
  }
  return paths;
}

// In small letters, and "de-at" for "de_AT", which is no tag but often written.
std::string comparable(std::string tag) {
  for (char& c : tag) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = '-';
  }
  return tag;
}

// "de-AT" begins with "de", "den" does not.
bool begins_with(const std::string& tag, const std::string& prefix) {
  return tag.starts_with(prefix) && (tag.size() == prefix.size() || tag[prefix.size()] == '-');
}

// At least this fits what a profile says that it is the default for.
constexpr std::size_t kDefault = 1000;

// Which of two profiles that both say to be a language's default is asked: the user's own first, then the one in the directory
// that is looked into first, so that what comes with the program comes last. At least 1.
std::size_t precedence(const fs::path& profile, const std::vector<std::string>& directories) {
  const std::string directory = profile.parent_path().string();
  if (const std::string own = user_data_directory(); !own.empty() && directory == own + "/voices")
    return directories.size() + 1;
  const auto found = std::find(directories.begin(), directories.end(), directory);
  return static_cast<std::size_t>(directories.end() - found) + (found == directories.end() ? 1 : 0);
}

// How well a profile serves a language (comparable); 0 is not at all. A tag of default_for outranks any likeness of languages.
std::size_t fitness(const VoiceProfile& profile, const std::string& language) {
  constexpr std::size_t kExact = 3;
  constexpr std::size_t kMoreGeneral = 2;
  constexpr std::size_t kMoreSpecial = 1;
  std::size_t best = 0;
  for (const std::string& tag : profile.default_for) {
    if (begins_with(language, comparable(tag))) best = std::max(best, kDefault + tag.size());
  }
  if (best != 0) return best;
  const std::string own = comparable(profile.language);
  if (own == language) return kExact;
  if (begins_with(language, own)) return kMoreGeneral;
  return begins_with(own, language) ? kMoreSpecial : 0;
}

}  // namespace

std::vector<std::string> voice_directories(const std::vector<std::string>& extra) {
  std::vector<std::string> directories = extra;
  add_named(directories);
  directories.emplace_back(kLocalVoices);
  add_users_and_installed(directories);
  return directories;
}

std::vector<std::string> standing_voice_directories() {
  std::vector<std::string> directories;
  add_named(directories);
  add_users_and_installed(directories);
  return directories;
}

bool is_profile_path(const std::string& name) { return name.find('/') != std::string::npos || name.ends_with(".toml"); }

VoiceProfile load_voice_profile(const std::string& name, const std::vector<std::string>& directories) {
  if (is_profile_path(name)) return load_file(name, ErrorKind::usage);
  const std::map<std::string, std::string> paths = find_profiles(directories);
  const auto found = paths.find(name);
  if (found != paths.end()) return load_found(found->second);
  std::vector<std::string> names;
  for (const auto& [known, path] : paths) names.push_back(known);
  throw Error(ErrorKind::usage, "no voice \"" + name + '"' + did_you_mean(name, names) + "; \"aloud voices\" lists the voices");
}

std::vector<VoiceProfile> list_voice_profiles(const std::vector<std::string>& directories) {
  std::vector<VoiceProfile> profiles;
  for (const auto& [name, path] : find_profiles(directories)) profiles.push_back(load_found(path));
  return profiles;
}

std::optional<std::string> default_voice_for(const std::string& language, const std::vector<std::string>& directories) {
  if (language.empty()) return std::nullopt;
  std::optional<std::string> name;
  std::pair<std::size_t, std::size_t> best;
  for (const VoiceProfile& profile : list_voice_profiles(directories)) {
    const std::size_t fit = fitness(profile, comparable(language));
    const std::pair<std::size_t, std::size_t> rank{fit >= kDefault ? precedence(profile.path, directories) : 0, fit};
    if (fit == 0 || rank <= best) continue;
    best = rank;
    name = profile.name;
  }
  return name;
}

}  // namespace aloud
