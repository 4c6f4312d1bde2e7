#pragma once

#include <string>

namespace aloud {

/// The directories of the user that the XDG base directory specification names. A variable that is unset, empty or relative
/// counts as not there, as the specification asks; the defaults below $HOME then hold. Without $HOME they are empty.

/// Where takes are kept between runs: $ALOUD_CACHE_DIR, else $XDG_CACHE_HOME/aloud, else ~/.cache/aloud.
std::string user_cache_directory();

/// Voices of the user's own lie below it: $XDG_DATA_HOME/aloud, else ~/.local/share/aloud.
std::string user_data_directory();

/// Settings of the user's own lie in it: $XDG_CONFIG_HOME/aloud, else ~/.config/aloud.
std::string user_config_directory();

/// What a program remembers from run to run: $XDG_STATE_HOME/aloud, else ~/.local/state/aloud.
std::string user_state_directory();

/// Makes the directory and those above it, readable by its owner alone. False on failure.
bool make_private_directory(const std::string& directory);

}  // namespace aloud
