#pragma once

#include <string>

#include "audio/limiter.h"

namespace aloud {

/// Everything that eSpeak NG is told about a voice, and what is done to its speech then. Two equal values sound the same.
struct VoiceParameters {
  std::string engine_voice = "gmw/en-US";  ///< identifier as `espeak-ng --voices` lists it (a file below voices/)
  std::string variant;                     ///< e.g. "f2"; empty for none
  int rate = 175;    ///< words a minute, 80–449 (from 450 on eSpeak NG time-stretches, and event positions are off)
  int pitch = 50;    ///< 0–99
  int range = 50;    ///< pitch range, 0 (monotone) – 99
  int volume = 85;   ///< 0–100 (above 100 eSpeak NG clips)
  int word_gap = 0;  ///< extra gap between words, 0–50, in units of 10 ms at the default rate
  Level level = {};  ///< set by the job, from the profile's loudness target (render/leveling.h)

  bool operator==(const VoiceParameters&) const = default;
};

}  // namespace aloud
