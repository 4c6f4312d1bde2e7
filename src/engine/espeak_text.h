#pragma once

#include <string>
#include <string_view>

namespace aloud {

/// `text` as eSpeak NG may safely get it: valid UTF-8, in which every control character (U+0001 starts embedded commands,
/// U+0000 ends the text) and every broken byte sequence has become one space. Has as many code points as `text`, so that
/// positions in the engine's events are positions in `text`.
std::string espeak_safe_text(std::string_view text);

}  // namespace aloud
