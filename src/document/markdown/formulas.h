#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Formulas, which CommonMark shall not look into: "$…$", "$$…$$", "\(…\)", "\[…\]", environments of TeX, GitLab's "$`…`$" and
/// fenced code in "math", and elements of MathML, as atoms of SpanKind::formula. Never within code. Linear.
Rewrites rewrite_formulas(const MarkdownScan& scan);

}  // namespace aloud
