#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Python-Markdown's code blocks that name their language in their first line, ":::python" or "#!python"
/// (https://python-markdown.github.io/extensions/code_hilite/), as fences. Behind a footnote, where CommonMark sees no code,
/// too.
Rewrites rewrite_code_languages(const MarkdownScan& scan);

}  // namespace aloud
