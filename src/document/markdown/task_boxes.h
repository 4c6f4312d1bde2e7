#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// The boxes of task lists that GitHub does not know: "- [/] half done", "- [-] given up", GitLab's "- [~]". Those that tell
/// something become its word, others are silent. The dates and signs that Obsidian's Tasks put behind a task, "📅 2024-03-01",
/// become dates, or nothing.
Rewrites rewrite_task_boxes(const MarkdownScan& scan);

}  // namespace aloud
