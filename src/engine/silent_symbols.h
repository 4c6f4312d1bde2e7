#pragma once

#include "engine/engine_traits.h"
#include "util/aligned_text.h"

namespace aloud {

/// `text` without the symbols that the engine would pass over; a space keeps their neighbours apart.
AlignedText without_silent_symbols(const AlignedText& text, const EngineTraits& engine);

}  // namespace aloud
