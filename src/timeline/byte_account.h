#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "timeline/coverage.h"
#include "util/byte_range.h"

namespace aloud {

/// Gives each byte of `text` to one claim: spoken before left out before silent, among utterances the lowest number, else
/// who claimed first. Bytes without a claim are silent by nature ("white space", "punctuation", "control character") or
/// unaccounted. Returns claims in order, without gaps or overlaps; neighbours differ. Claims may reach beyond the text.
std::vector<CoverageClaim> settle(std::string_view text, std::vector<CoverageClaim> claims);

/// Maps a range of the decoded source to bytes of the file, never decreasing (SourceText::source_bytes).
using SourceMap = std::function<ByteRange(ByteRange)>;

/// Moves settled claims into bytes of the file, 0 to `byte_count`. Bytes of the file that no decoded text stands for are
/// silent: "byte order mark" at the start, "encoding" elsewhere (shift sequences of stateful encodings).
Coverage in_file_bytes(const std::vector<CoverageClaim>& settled, std::size_t byte_count, const SourceMap& source_bytes);

}  // namespace aloud
