#pragma once

#include <string>

#include "util/unique_descriptor.h"

namespace aloud {

/// Takes the exclusive lock of an open file, or fails at once. The lock of a process that ended, however it ended, is free.
bool lock_now(const UniqueDescriptor& file);

/// Whether a name in a directory (AT_FDCWD: a path) still leads to an open file, and is no link to it. Between a file's opening
/// and its locking somebody else may have removed it.
bool is_at(const UniqueDescriptor& file, int directory, const std::string& name);

}  // namespace aloud
