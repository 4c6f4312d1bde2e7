#pragma once

#include <string>

namespace aloud {

/// The directory with eSpeak NG's data ("…/espeak-ng-data"): below `data_path`, or where the library looks by itself when
/// that is empty. On failure (there is none) throws Error{synthesis}.
std::string espeak_data_directory(const std::string& data_path);

/// Requires: `identifier` and `variant` are exactly those of a voice and of a variant (or "") below `directory`. Otherwise
/// throws Error{synthesis} that names the nearest ones: eSpeak NG itself ignores an unknown variant without a word.
void require_espeak_voice(const std::string& directory, const std::string& identifier, const std::string& variant);

}  // namespace aloud
