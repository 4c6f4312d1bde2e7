// For builds without Flite's headers.
#include "engine/flite_synthesizer.h"
#include "util/error.h"

namespace aloud {

bool has_flite_voice(const std::string& /*name*/) { return false; }

std::unique_ptr<Synthesizer> make_flite_synthesizer(const VoiceParameters& /*voice*/) {
  throw Error(ErrorKind::synthesis, "this aloud was built without Flite (-DALOUD_FLITE=ON, and the package flite1-dev)");
}

std::string flite_version(const std::string& /*name*/) { return "no Flite"; }

}  // namespace aloud
