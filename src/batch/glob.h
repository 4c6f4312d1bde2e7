#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// Whether the text holds `*`, `?` or `[`.
bool has_wildcard(std::string_view text);

/// Whether a path matches a pattern, segment by segment: `*`, `?` and `[…]` as in a shell, never across a '/'; `**` as a whole
/// segment stands for any number of segments, none included. Bytes are compared as they are.
bool glob_matches(const std::string& pattern, const std::string& path);

/// The directories that a pattern begins with, before its first segment with a wildcard: "a/b" for "a/b/**/*.md"; empty if
/// there are none, "/" for "/*".
std::string fixed_part(const std::string& pattern);

}  // namespace aloud
