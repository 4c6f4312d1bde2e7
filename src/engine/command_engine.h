#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "audio/units.h"

namespace aloud {

/// A program of the user's own that speaks, as a voice profile declares it ([engine], docs/formats/voice-profile.md).
struct CommandEngine {
  /// What a program writes.
  enum class Output { wav, raw };

  /// The program and its arguments, in which these are replaced: {text} by the text, {text_file} by the path of a file that
  /// holds it, {file} by the path of the file that the program is to write, {rate} by words a minute, {speed} by their
  /// proportion to 175, {length_scale} by its reciprocal. Without {text} and {text_file} the text comes on standard input,
  /// without {file} the audio goes to standard output.
  std::vector<std::string> run;
  Output output = Output::wav;               ///< raw: samples of 16 bit, little-endian, mono, at `sample_rate`
  int sample_rate = 0;                       ///< Hz; of WAV, 0: whatever it says
  std::vector<std::string> identity;         ///< paths of files that decide what is heard, beside the program
  std::vector<std::string> version_command;  ///< what it prints tells one version of the program from another; empty: none
  bool deterministic = false;                ///< whether it says the same text in the same samples
  std::chrono::seconds time_limit{30};       ///< for one utterance
  int memory_mib = 4096;                     ///< address space of the program
  int at_once = 1;                           ///< processes

  bool operator==(const CommandEngine&) const = default;
};

inline constexpr std::chrono::seconds kLongestCommandTime{60};
inline constexpr int kMostCommandsAtOnce = 16;

/// As VoiceParameters::command has it: text that is equal for equal engines alone.
std::string to_text(const CommandEngine& engine);

/// What to_text() made. On failure (anything else) throws Error{synthesis}.
CommandEngine command_engine_of(const std::string& text);

}  // namespace aloud
