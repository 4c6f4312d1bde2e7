#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/synthesizer.h"

namespace aloud {

/// A voice of Flite, by the name that VoiceParameters::engine_voice takes.
struct FliteVoice {
  const char* name;         ///< "slt"
  const char* description;  ///< of whom it is made
  int natural_rate;         ///< VoiceParameters::rate at which it speaks as it was recorded
  bool shifts_pitch;        ///< whether it can speak higher and lower
};

/// Those that Debian's libflite1 has, whether it is installed or not.
const std::vector<FliteVoice>& flite_voices();

/// Whether the libraries of Flite and of this voice can be loaded.
bool has_flite_voice(const std::string& name);

/// Loads Flite and a voice of it into this process. On failure (no library, no such voice, a build without Flite) throws
/// Error{synthesis}, which names the package.
std::unique_ptr<Synthesizer> make_flite_synthesizer(const VoiceParameters& voice);

/// Name and contents of the libraries that speak with this voice: two equal strings promise equal samples. Where they are not
/// to be had, says so.
std::string flite_version(const std::string& name);

}  // namespace aloud
