#pragma once

#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// The outermost pairs of brackets in `text`, in order and disjoint; each range runs from the opening bracket to after the
/// closing one. A pair further apart than kLongestBracket is none: a bracket that someone forgot to close, or a smiley,
/// must not swallow the sentences after it.
std::vector<ByteRange> find_brackets(std::string_view text);

/// In bytes; longer than nearly every aside within a sentence.
inline constexpr std::size_t kLongestBracket = 600;

}  // namespace aloud
