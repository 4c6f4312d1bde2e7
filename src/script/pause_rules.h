#pragma once

#include <chrono>

#include "document/document.h"
#include "script/voice_profile.h"

namespace aloud {

/// The silence between two blocks that are said one after the other: the longest of the pauses that apply. Thematic breaks and
/// `start` and `end` are the composer's.
std::chrono::milliseconds pause_between(const Block& before, const Block& after, const Pauses& pauses);

}  // namespace aloud
