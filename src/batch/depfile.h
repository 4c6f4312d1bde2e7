#pragma once

#include <string>
#include <vector>

namespace aloud {

/// A rule for Make and Ninja: `target` depends on all of `inputs`; each input has an empty rule of its own, so that one that is
/// gone is no error (but for names with "%"). Spaces, colons, "#", "$" and backslashes before them are escaped.
/// On failure (a name with a line end or one of ";=|&", which Make would take for its own; a target with "%") throws
/// Error{usage}.
std::string depfile_text(const std::string& target, const std::vector<std::string>& inputs);

}  // namespace aloud
