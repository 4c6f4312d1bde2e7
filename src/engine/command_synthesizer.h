#pragma once

#include <memory>
#include <string>

#include "engine/synthesizer.h"

namespace aloud {

/// A program of the user's own as an engine (engine/command_engine.h). It runs once for each utterance; what it answers is
/// checked (engine/command_audio.h), and a bad answer is an Error{synthesis} that quotes the program's last words.
std::unique_ptr<Synthesizer> make_command_synthesizer(const VoiceParameters& voice);

/// What is run, the contents of the files that it declares as its identity, and what its version command prints: two equal
/// strings promise equal samples of a program that is deterministic, and audio that was good enough to keep of one that is not.
/// A file that cannot be read is a part of it too. Runs the version command, once a process.
std::string command_version(const std::string& command);

}  // namespace aloud
