#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// References to sources that are no links, as atoms of SpanKind::citation: Pandoc's "[@smith04, p. 3]" and "[-@smith04]", an
/// encyclopedia's "[12]" and "[citation needed]", superscript digits behind a sentence. "@smith04" within a sentence is said as
/// its name and year, in a text that shows other citations of Pandoc. Numbers behind a word ("array[3]") need a text that shows
/// references elsewhere; what is a link or has a definition stays.
Rewrites rewrite_citations(const MarkdownScan& scan);

}  // namespace aloud
