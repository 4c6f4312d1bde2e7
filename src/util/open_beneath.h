#pragma once

#include <sys/types.h>

#include <string>
#include <utility>

#include "util/unique_descriptor.h"

namespace aloud {

/// Who sees to it that a path does not leave the directory that it starts in.
enum class Resolution {
  by_kernel,     ///< openat2(), where there is one; else as by_component
  by_component,  ///< one openat() for each part of the path
};

/// Opens `inner`, a path beneath an open directory, without following any symbolic link: none on the way, and none in the
/// last place. "" is the directory itself. O_CLOEXEC and O_NOCTTY are added to `flags`, and O_NONBLOCK, so that a FIFO is not
/// waited for.
/// On failure (also: a link, "..", an absolute path) returns an empty descriptor; errno tells why.
UniqueDescriptor open_beneath(int directory, const std::string& inner, int flags, mode_t mode = 0,
                              Resolution resolution = Resolution::by_kernel);

/// "a/b/c" as "a/b" and "c"; "c" as "" and "c".
std::pair<std::string, std::string> parent_and_name(const std::string& inner);

}  // namespace aloud
