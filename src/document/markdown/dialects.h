#pragma once

#include <string_view>

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Rewrites the constructs of all dialects that the text shows into CommonMark, each by a file of its own in this folder.
void rewrite_dialects(RewrittenMarkdown& text);

}  // namespace aloud
