#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Attribute lists, which are silent: kramdown's `{: .note #id}` and its extensions (`{::comment}`, `{::options /}`, `{:toc}`
/// with the list item that it replaces), `{#id .class key=value}` as Pandoc, MkDocs, Hugo and Docusaurus have it behind
/// headings, spans and blocks.
Rewrites rewrite_attribute_lists(const MarkdownScan& scan);

}  // namespace aloud
