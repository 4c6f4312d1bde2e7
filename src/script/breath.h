#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// Most words of an utterance: eSpeak NG holds 300 a clause, and numbers expand into many.
inline constexpr std::size_t kMaxUtteranceWords = 60;

/// Cuts a sentence into parts that the engine says whole: at most kMaxUtteranceBytes and kMaxUtteranceWords, and less where
/// characters are said as words (digits, symbols, capitals spelt out). A cut comes after ; : , or — where one is at hand, else
/// at white space, else between characters. Together the parts are exactly the text; none is empty; nearly equal in length.
std::vector<ByteRange> cut_for_breath(std::string_view text);

}  // namespace aloud
