#pragma once

#include <memory>
#include <string>

#include "audio/audio_format.h"

namespace aloud {

inline constexpr const char* kNoCover = "none";

/// The cover that a caller asks for: the file at `asked`; none for kNoCover and where nothing is asked for.
/// On failure (the file cannot be used) throws Error.
std::shared_ptr<const Cover> choose_cover(const std::string& asked);

}  // namespace aloud
