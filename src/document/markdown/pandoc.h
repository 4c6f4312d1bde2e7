#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// What Pandoc, Quarto, R Markdown and PHP Markdown Extra make of lines: a title block ("% Title"), definition lists, line
/// blocks
/// ("| verse"), example lists ("(@)"), captions, cell options, raw blocks ({=latex}), attributes behind a fence.
Rewrites rewrite_pandoc_blocks(const MarkdownScan& scan);

/// What they make of a sentence's parts: [text]{.class}, ^superscript^, raw pieces, and TeX that cites or sets pages.
/// Attributes elsewhere are attribute_lists.h's.
Rewrites rewrite_pandoc(const MarkdownScan& scan);

/// Grid tables and simple tables (columns over a line of dashes) as pipe tables.
Rewrites rewrite_text_tables(const MarkdownScan& scan);

}  // namespace aloud
