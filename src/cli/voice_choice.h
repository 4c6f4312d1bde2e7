#pragma once

#include "cli/arguments.h"
#include "render/render.h"

namespace aloud::cli {

/// The library's view of the voice options. On failure (an override that no profile knows) the adjustment throws Error{usage}.
VoiceChoice voice_choice_of(const VoiceArguments& arguments);

/// The same without the voice's own clips: for commands that try words and voices.
VoiceChoice voice_choice_without_clips(const VoiceArguments& arguments);

}  // namespace aloud::cli
