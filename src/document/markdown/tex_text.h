#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// TeX outside formulas, in Markdown that is written for it: "\begin{proof}" and its kin as "Proof.", "\eqref{eq:heat}" as
/// "equation heat", "\ce{H2O}" as a formula, "\emph{words}" as its words, "\item" as an item. What only sets pages is silent.
Rewrites rewrite_tex_text(const MarkdownScan& scan);

}  // namespace aloud
