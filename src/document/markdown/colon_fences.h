#pragma once

#include "document/markdown/line_edits.h"
#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// The containers of Docusaurus, VitePress, Starlight, Pandoc and Quarto: ":::tip Title", ":::note[Title]", "::: details",
/// "::: {.callout-tip title="…"}", "::::columns", and their closing lines. What stands in them stays; a title, or the word for
/// the kind, becomes a paragraph of its own.
Rewrites rewrite_colon_fences(const MarkdownScan& scan);

/// How many colons a line of a container begins with, three at least; 0 for other lines.
std::size_t count_fence_colons(std::string_view content);

/// Says what an admonition is called for `opening`, the line or the tag that opens it: `title`, else the word for `kind`, both
/// ranges of the text within `opening`; empty both, it is silent.
void open_admonition(const MarkdownScan& scan, ByteRange opening, ByteRange kind, ByteRange title, LineEdits& list);

}  // namespace aloud
