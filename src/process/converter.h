#pragma once

#include <string>
#include <string_view>

#include "document/conversion.h"
#include "process/reader_limits.h"

namespace aloud {

/// Whether the program that a conversion takes is there: in a directory of $PATH.
bool can_convert(const Conversion& conversion);

/// What the conversion's program makes of a document, as UTF-8 text. The program gets the bytes on its standard input and runs
/// contained: no network, nothing written, no other program started, bounds of memory, time and output; what it does wrong
/// costs this document. Any thread may call.
/// `name`: what messages call the document. On failure (not installed, no such document, over its bounds) throws Error{input}.
std::string convert(const Conversion& conversion, std::string_view bytes, const std::string& name, const ReaderLimits& limits);

}  // namespace aloud
