#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// MDX (also in files that end in .md), Astro, Mintlify. First what is of lines: import and export are left out, and children
/// that are indented under their component stand at the margin, since MDX knows no indented code.
Rewrites rewrite_mdx_lines(const MarkdownScan& scan);

/// Then tags and {expressions}: silent, but that the titles and labels of components become paragraphs; {"text"} is text.
/// A text that shows nothing of MDX is left alone.
Rewrites rewrite_mdx_tags(const MarkdownScan& scan);

}  // namespace aloud
