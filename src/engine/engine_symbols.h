#pragma once

#include "util/aligned_text.h"

namespace aloud {

/// Whether eSpeak NG says anything for a symbol (general categories Sm, Sc, Sk, So); true for all other characters. It passes
/// over most of Unicode's symbols ("★", "✓", "|") without a sound. Measured with 1.51's en-US voice on every symbol of the
/// planes 0 and 1: it knows emoji up to Unicode 10 by name, and besides them the ranges of the table.
bool engine_speaks(char32_t symbol);

/// `text` without the symbols that the engine would pass over; a space keeps their neighbours apart.
AlignedText without_silent_symbols(const AlignedText& text);

}  // namespace aloud
