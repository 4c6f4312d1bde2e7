#pragma once

#include "document/markdown/dialect.h"
#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Rewrites what those dialects add to the text into CommonMark, each by a file of its own in this folder.
void rewrite_dialects(RewrittenMarkdown& text, DialectSet dialects);

}  // namespace aloud
