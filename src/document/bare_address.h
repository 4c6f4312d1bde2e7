#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace aloud {

/// The web addresses that stand in plain text ("https://example.org/a", "www.example.org"), as spans of SpanKind::url in order.
/// Punctuation behind an address, and a bracket that it does not open, belong to the sentence, as in GitHub's extended
/// autolinks.
std::vector<Span> find_bare_addresses(std::string_view text);

}  // namespace aloud
