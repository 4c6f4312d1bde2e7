#pragma once

#include <cstdint>
#include <string>

#include "aloud/errors.h"

namespace aloud::v0 {

/// How the processes that speak are started. Takes sound the same whichever it is.
enum class EngineStart {
  automatic,  ///< fork where the calling process has one thread at that moment, else helper
  helper,     ///< in any case the helper program, by posix_spawn
};

/// The speech engine (eSpeak NG). It never runs in the calling process, which it could crash: a process of its own is started
/// for each job, forks one child for every sentence, and ends with the job or with the caller, whichever is first.
struct EngineOptions {
  /// The helper program, aloud-engine. Empty: $ALOUD_ENGINE; else libexec/aloud/aloud-engine below the prefix that the library,
  /// or the program, lies in; else beside either; else below the prefix that the library was configured for. Where a program
  /// links the static library from another place than that, name it here: pkg-config's variable `engine` and CMake's
  /// `aloud_ENGINE` say where it is. If it is needed and not there, the call throws Error{synthesis} that says where it was
  /// looked for. It has to be of the library's own version.
  std::string program;

  EngineStart start = EngineStart::automatic;

  /// Directory of the engine's data (espeak-ng-data). Empty: where the engine looks by itself.
  std::string data;

  /// Sentences spoken at once. 0: one for each core that this process may use.
  unsigned jobs = 0;
};

/// Sentences that were spoken before, kept encoded on disk: a changed article costs its changed sentences alone. Any number of
/// processes and threads may use one directory. Nothing that happens to it fails a job or changes what is heard.
struct CacheOptions {
  /// Need not exist. Empty: the user's own, $ALOUD_CACHE_DIR, else $XDG_CACHE_HOME/aloud, else ~/.cache/aloud.
  std::string directory;

  /// Bytes on disk; what was used longest ago goes first.
  std::uint64_t most_bytes = std::uint64_t{4} << 30;
};

}  // namespace aloud::v0
