#pragma once

#include <cstddef>
#include <string>

#include "audio/audio_format.h"

namespace aloud {

/// The largest picture that is taken: it stands in every file that it is the cover of.
inline constexpr std::size_t kLargestCover = 4 * 1024 * 1024;

/// The picture that `bytes` are, known by its first bytes and never by its name.
/// On failure (neither PNG nor JPEG, cut before its size is told, over kLargestCover) throws Error{input} without a place.
Cover cover_of(std::string bytes);

/// Reads it from a file. On failure (no regular file, or as cover_of()) throws Error{usage or input} at `path`.
Cover load_cover(const std::string& path);

}  // namespace aloud
