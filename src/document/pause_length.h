#pragma once

#include <optional>
#include <string_view>

namespace aloud {

/// "800", "800ms" and "0.8s" as milliseconds, at most kLongestPauseMs (document.h). nullopt for anything else.
std::optional<int> pause_length(std::string_view text);

}  // namespace aloud
