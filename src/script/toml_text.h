#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aloud {

/// A TOML 1.0 basic string.
std::string toml_string(std::string_view text);

/// An array of them.
std::string toml_list(const std::vector<std::string>& list);

/// `key = value` and a newline.
std::string toml_line(std::string_view key, const std::string& value);

}  // namespace aloud
