#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Python-Markdown's admonitions and Material for MkDocs' collapsible ones and tabs (`!!! note "Title"`, `??? tip`, `===
/// "Tab"`): what opens them is said, and their bodies, four columns in, are what stands in them. Outer ones alone: those within
/// are found by the next call, on the text that this one leaves.
Rewrites rewrite_indented_blocks(const MarkdownScan& scan);

/// The rest of MkDocs' extensions: `++ctrl+c++` (names of keys), `:material-home:` (silent), `--8<-- "file"` (silent),
/// `*[HTML]: …` (silent), and `<div markdown>`, whose content is Markdown.
Rewrites rewrite_mkdocs(const MarkdownScan& scan);

}  // namespace aloud
