#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "document/markdown/content.h"
#include "util/aligned_text.h"

namespace aloud {

/// The text of a code block, `literal` as cmark has it, laid over the lines from `begin` (in line `first_line`) on; without the
/// last line end.
/// nullopt where a line is not found as it should be.
std::optional<AlignedText> align_code(const SourceLines& lines, std::size_t first_line, std::size_t begin,
                                      const std::vector<Container>& containers, std::string_view literal);

}  // namespace aloud
