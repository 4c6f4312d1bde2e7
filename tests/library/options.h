#pragma once

#include <string>

#include "aloud/aloud.h"
#include "support/test_paths.h"

namespace aloud::v0 {

// What a program would not have to say: the tests run from a build tree.

inline EngineOptions test_engine() {
  EngineOptions engine;
  engine.program = ALOUD_HELPER;
  engine.jobs = 2;
  return engine;
}

inline VoiceOptions test_voice(const std::string& name = "en-us") {
  VoiceOptions voice;
  voice.name = name;
  voice.directories = {ALOUD_SOURCE_DIR "/voices"};
  return voice;
}

inline SessionOptions test_session(const std::string& format) {
  SessionOptions session;
  session.format = format;
  session.engine = test_engine();
  return session;
}

inline RenderOptions test_options() {
  RenderOptions options;
  options.voice = test_voice();
  return options;
}

/// The error that a call ends with; fails the test, and gives one of its own, if there is none.
template <typename Call>
Error error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorKind::usage, "(no error)");
}

}  // namespace aloud::v0
