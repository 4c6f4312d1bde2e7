#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aloud::test {

/// Reads a WebVTT file by the W3C's grammar for authors (https://www.w3.org/TR/webvtt1/#syntax), written without a look at the
/// writer. Returns what is wrong with it, "line 7: end is not after start"; empty for a valid file. Stricter than the
/// grammar where aloud promises more: no settings, no tags but time stamps, ">" always escaped, LF line ends.
std::vector<std::string> check_webvtt(std::string_view file);

}  // namespace aloud::test
