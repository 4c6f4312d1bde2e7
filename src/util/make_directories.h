#pragma once

#include <string>

namespace aloud {

/// Makes a directory for outputs and those above it, where they are not there; an empty path is here.
/// On failure throws Error{output}.
void make_directories(const std::string& path);

}  // namespace aloud
