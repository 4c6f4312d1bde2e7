#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Comments in a line that CommonMark from 0.31 on takes for such and cmark-gfm (0.29) for text: those with "--" in them, and
/// "<!-->" (CommonMark 0.31.2, section "Raw HTML").
Rewrites rewrite_html_comments(const MarkdownScan& scan);

}  // namespace aloud
