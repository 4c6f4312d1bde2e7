#pragma once

#include <string>

namespace aloud {

/// The program that runs entry points (process/entry_points.h) for processes that must not fork: the first that is there of
///
///   1. `asked`, if it is not empty: then there is no other;
///   2. $ALOUD_ENGINE, likewise;
///   3. libexec/aloud/aloud-engine below the prefix that the library, or the running program, lies in;
///   4. aloud-engine beside the library or the running program (a build tree);
///   5. libexec/aloud/aloud-engine below the prefix that the library was configured for.
///
/// On failure throws Error{synthesis} that says where it was looked for.
std::string helper_program(const std::string& asked);

}  // namespace aloud
