#pragma once

#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "cli/batch_site.h"

namespace aloud::test {

// Batches that run beside the test, to be killed.

inline std::vector<std::string> batch_command() {
  return {ALOUD_BINARY, "batch", "in", "-o", "out", "--rate", "449", "-f", "wav", "-t", "json", "--stats", "-q"};
}

inline std::vector<std::string> batch_environment(const Site& site) {
  return {"ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices", "ALOUD_CACHE_DIR=" + (site.place() / "cache")};
}

/// With a limit on the size of files, as on a disk that is full.
inline pid_t start_batch(const Site& site, const std::vector<std::string>& command, rlim_t file_size = RLIM_INFINITY) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int nowhere = ::open("/dev/null", O_RDWR);
  if (file_size != RLIM_INFINITY) {
    const rlimit limit{file_size, file_size};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);
  }
  detail::exec_in_child(command, batch_environment(site), site.place().path().string(), nowhere, nowhere, nowhere);
}

/// Waits for its end.
inline int status_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Twelve articles, so that there is something to be killed in.
inline void fill(const Site& site) {
  for (int i = 0; i < 12; ++i) {
    std::string text = "# Article " + std::to_string(i) + "\n\n";
    for (int j = 0; j < 6; ++j)
      text += "This is sentence number " + std::to_string(j) + " of article " + std::to_string(i) + ". ";
    site.put("more/article-" + std::to_string(i) + ".md", text + "\n");
  }
}

}  // namespace aloud::test
