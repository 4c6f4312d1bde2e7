#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// X-SAMPA as IPA (Wells 1995): "\"heI_j" → "ˈheɪʲ". Longest symbols first. nullopt where a symbol is none.
std::optional<std::string> ipa_of_x_sampa(std::string_view text);

}  // namespace aloud
