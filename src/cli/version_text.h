#pragma once

#include <string>

namespace aloud::cli {

/// "aloud 0.1.0" and the versions of what it stands on, for --version and bug reports.
std::string version_text();

}  // namespace aloud::cli
