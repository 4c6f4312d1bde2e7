#include "util/user_directories.h"

#include <sys/stat.h>

#include <cstdlib>

namespace aloud {
namespace {

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
  return value != nullptr ? value : "";
}

std::string directory_of(const char* variable, const char* below_home) {
  if (const std::string base = from_environment(variable); base.starts_with('/')) return base + "/aloud";
  const std::string home = from_environment("HOME");
  return home.empty() ? "" : home + below_home + "/aloud";
}

}  // namespace

std::string user_cache_directory() {
  if (std::string directory = from_environment("ALOUD_CACHE_DIR"); !directory.empty()) return directory;
  return directory_of("XDG_CACHE_HOME", "/.cache");
}

std::string user_data_directory() { return directory_of("XDG_DATA_HOME", "/.local/share"); }

std::string user_config_directory() { return directory_of("XDG_CONFIG_HOME", "/.config"); }

std::string user_state_directory() { return directory_of("XDG_STATE_HOME", "/.local/state"); }

bool make_private_directory(const std::string& directory) {
  if (directory.empty()) return false;
  for (std::size_t end = directory.find('/', 1); end != std::string::npos; end = directory.find('/', end + 1)) {
    ::mkdir(directory.substr(0, end).c_str(), 0700);  // one that is there already is what we want
  }
  ::mkdir(directory.c_str(), 0700);
  struct stat status {};
  return ::stat(directory.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace aloud
