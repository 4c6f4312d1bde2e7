#pragma once

#include "util/error.h"

namespace aloud::cli {

/// What the program says with its exit code. 130 and 143 (ended by SIGINT and SIGTERM) come from the signal itself.
enum ExitCode : int {
  kDone = 0,
  kFailed = 1,    ///< an article could not be read, said or written
  kUsage = 2,     ///< the call is wrong: an option, a voice, a format
  kFindings = 3,  ///< done, but with findings, under --strict
  kNoDevice = 4,  ///< nothing to play on: no sound device, no sound server, or it went away
};

inline ExitCode exit_code_of(ErrorKind kind) {
  if (kind == ErrorKind::device) return kNoDevice;
  return kind == ErrorKind::usage ? kUsage : kFailed;
}

}  // namespace aloud::cli
