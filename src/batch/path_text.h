#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// A path as UTF-8, for JSON and reports: valid UTF-8 stays as it is, and a byte that is not part of it becomes the
/// private-use character U+10FF00 + byte. Characters U+10FF80 and above that a path really holds are treated as such bytes,
/// so that path_from_text() always finds back.
std::string text_of_path(std::string_view path);
std::string path_from_text(std::string_view text);

/// Whether `path` is a name below a directory and nothing else: relative, not empty, normal, without "..", "." or NUL.
bool is_inner_path(const std::string& path);

}  // namespace aloud
