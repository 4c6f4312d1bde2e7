#pragma once

#include <string_view>
#include <vector>

#include "script/script.h"
#include "util/aligned_text.h"
#include "util/byte_range.h"

namespace aloud {

/// Hands every source byte of `text` to the sink with one reason.
void leave_out(const AlignedText& text, const char* reason, ScriptSink& sink);

/// Leaves out what was written and not said, with the reason that its characters give (reasons.h); white space and punctuation
/// need none. `said` holds the source ranges that were spoken of it, in any order; `source` is the decoded source.
void leave_out_unsaid(const AlignedText& written, std::vector<ByteRange> said, std::string_view source, ScriptSink& sink);

/// Symbols that are said when they are read, though Unicode files them under punctuation: "#", "%", "&", "@", "§", "‰", "‱".
bool is_spoken_punctuation(char32_t value);

}  // namespace aloud
