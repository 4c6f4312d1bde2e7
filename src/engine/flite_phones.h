#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// A word in the phones of Flite's American voices, separated by spaces ("r eh1 k er0 d"), from eSpeak NG's mnemonics for
/// English ("r'Ek3d"); nullopt if it holds a sound that English has not. What is lost: secondary stress, and the differences
/// between vowels that Flite's voices do not make ("3:" and "3", "@" and "a#").
std::optional<std::string> flite_phones(std::string_view mnemonics);

}  // namespace aloud
