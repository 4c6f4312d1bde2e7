#pragma once

#include <string>

namespace aloud {

/// Whether a path leads to something in a directory, or to that itself, once all symbolic links are followed. Of what is not
/// there the part that is there counts. An empty directory is the current one.
bool lies_within(const std::string& path, const std::string& directory);

/// The same by the names alone, with no look at the disk: "a/../b" lies within ".", "../a" does not.
bool is_named_within(const std::string& path, const std::string& directory);

}  // namespace aloud
