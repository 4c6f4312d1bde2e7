#pragma once

#include <string_view>
#include <vector>

#include "engine/engine_traits.h"
#include "util/byte_range.h"

namespace aloud {

/// Cuts a sentence into parts that the engine says whole, by its traits. A cut comes after ; : , or — where one is at hand,
/// else at white space, else between characters. Together the parts are exactly the text; none is empty; nearly equal in
/// length.
std::vector<ByteRange> cut_for_breath(std::string_view text, const EngineTraits& engine);

}  // namespace aloud
