#pragma once

#include <cstdint>
#include <string>

#include "audio/limiter.h"

namespace aloud {

/// Who speaks.
enum class EngineKind : std::uint8_t {
  espeak,
  flite,
  command  ///< a program of the user's own
};

/// "espeak", "flite", "command".
const char* to_string(EngineKind kind);

/// Everything that an engine is told about a voice, and what is done to its speech then. Two equal values sound the same. The
/// numbers are in eSpeak NG's units, whichever engine speaks; what one cannot do stands in its traits (EngineTraits::honours).
struct VoiceParameters {
  std::string engine_voice = "gmw/en-US";  ///< of eSpeak NG: as `espeak-ng --voices` lists it (a file below voices/)
  std::string variant;                     ///< e.g. "f2"; empty for none
  int rate = 175;    ///< words a minute, 80–449 (from 450 on eSpeak NG time-stretches, and event positions are off)
  int pitch = 50;    ///< 0–99
  int range = 50;    ///< pitch range, 0 (monotone) – 99
  int volume = 85;   ///< 0–100 (above 100 eSpeak NG clips)
  int word_gap = 0;  ///< extra gap between words, 0–50, in units of 10 ms at the default rate
  Level level = {};  ///< set by the job, from the profile's loudness target (render/leveling.h)
  EngineKind engine = EngineKind::espeak;
  std::string command = {};  ///< of EngineKind::command: what is run, and how (engine/command_engine.h)

  bool operator==(const VoiceParameters&) const = default;
};

}  // namespace aloud
