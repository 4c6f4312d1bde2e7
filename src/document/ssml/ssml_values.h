#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aloud {

// Values of SSML 1.1's attributes (https://www.w3.org/TR/speech-synthesis11/, section 3.2) as the rest of aloud has them. Each
// is nullopt for what is no such value.

/// <break>: time ("800ms"), else strength ("weak"), in milliseconds; 0 for "none". Both empty: "medium".
std::optional<int> break_length(std::string_view time, std::string_view strength);

/// <prosody rate>: "fast", "120%", "+20%", "1.2" as percent of the voice's own.
std::optional<int> rate_percent(std::string_view value);

/// <prosody pitch> and <prosody range>: "high", "+20%", "+2st" as percent of the voice's own. What counts in hertz is nullopt:
/// the voice's own are not known.
std::optional<int> pitch_percent(std::string_view value);

}  // namespace aloud
