#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/process.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud::test {

/// Runs the built program as a person would, with the project's own voices and a cache of this test program alone.
inline Outcome aloud(std::vector<std::string> arguments, RunOptions options = {}) {
  arguments.insert(arguments.begin(), ALOUD_BINARY);
  static const TemporaryDirectory cache;
  options.environment.insert(options.environment.begin(), "ALOUD_CACHE_DIR=" + cache.path().string());
  options.environment.insert(options.environment.begin(), "XDG_CONFIG_HOME=" + cache.path().string());  // nobody's own settings
  options.environment.insert(options.environment.begin(), "ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices");
  return run(arguments, options);
}

/// The counters that --stats prints, by name.
inline std::map<std::string, std::string> counters(const std::string& text) {
  std::map<std::string, std::string> values;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos) values[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return values;
}

}  // namespace aloud::test
