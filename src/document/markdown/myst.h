#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// MyST and Jupyter Book: directives, as fences ("```{note}") and as containers (":::{note}"): of those that hold text their
/// lines go, and what stands in them stays; code keeps its language alone; what only points elsewhere (a table of contents) is
/// left out. Of nested ones, the outer; do it again for those inside.
Rewrites rewrite_myst_directives(const MarkdownScan& scan);

/// Roles ("{ref}`text <target>`", ":cite:`key`"), targets ("(name)="), and in a text that shows others of these, comments
/// ("% …") and breaks ("+++").
Rewrites rewrite_myst_roles(const MarkdownScan& scan);

}  // namespace aloud
