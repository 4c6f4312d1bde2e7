#include "process/helper_program.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "util/error.h"
#include "util/installation.h"
#include "version.h"

namespace aloud {
namespace {

constexpr const char* kProgramName = "aloud-engine";

constexpr const char* kHowToName = "name it by the option for it or by $ALOUD_ENGINE";

bool can_be_run(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

std::vector<std::string> usual_places() {
  std::vector<std::string> places;
  std::vector<std::filesystem::path> prefixes = installation_prefixes();
  const std::filesystem::path configured = prefixes.back();
  prefixes.pop_back();
  for (const std::filesystem::path& prefix : prefixes) places.push_back((prefix / kHelperBelowPrefix).string());
  for (const std::filesystem::path& directory : directories_of_this_code())
    places.push_back((directory / kProgramName).string());
  places.push_back((configured / kHelperBelowPrefix).string());
  return places;
}

std::string require(const std::string& path, const char* said_by) {
  if (can_be_run(path)) return path;
  throw Error(ErrorKind::synthesis, "there is no program " + path + ", which " + said_by + " names to speak with");
}

}  // namespace

std::string helper_program(const std::string& asked) {
  if (!asked.empty()) return require(asked, "the caller");
  const char* variable = std::getenv("ALOUD_ENGINE");  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
  if (variable != nullptr && *variable != '\0') return require(variable, "$ALOUD_ENGINE");
  std::string looked_at;
  for (const std::string& place : usual_places()) {
    if (can_be_run(place)) return place;
    looked_at += (looked_at.empty() ? "" : ", ") + place;
  }
  throw Error(ErrorKind::synthesis, std::string("the program ") + kProgramName +
                                        ", which speaks for programs with threads, is not there (looked for: " + looked_at +
                                        "): " + kHowToName);
}

}  // namespace aloud
