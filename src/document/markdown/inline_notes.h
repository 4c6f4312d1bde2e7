#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Pandoc's and Obsidian's notes within a line, "^[A note.]": footnotes, which are read where those are.
Rewrites rewrite_inline_notes(const MarkdownScan& scan);

}  // namespace aloud
