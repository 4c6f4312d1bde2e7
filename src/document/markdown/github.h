#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// GitHub's and GitLab's alerts, `> [!NOTE]`, and Obsidian's callouts, `> [!tip]- Title`: the title, or the word for the kind,
/// opens the quote.
Rewrites rewrite_github_alerts(const MarkdownScan& scan);

}  // namespace aloud
