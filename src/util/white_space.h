#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// `text` with every stretch of Unicode white space made one space, and none at the ends.
std::string fold_white_space(std::string_view text);

}  // namespace aloud
