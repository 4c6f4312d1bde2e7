#pragma once

#include <string>
#include <vector>

namespace aloud {

/// A rule for Make and Ninja: `target` depends on all of `inputs`; each input has an empty rule of its own, so that one that is
/// gone is no error. Spaces, "#", "$" and backslashes before them are escaped; names with a line end, which Make cannot
/// write, are left out.
std::string depfile_text(const std::string& target, const std::vector<std::string>& inputs);

}  // namespace aloud
