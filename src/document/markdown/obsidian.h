#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Notes of Obsidian and Logseq: [[target|alias]], ![[embed]], ==mark==, %%comment%%, #tags, ^block-ids, key:: value, ((block))
/// and queries. Tags lose their sign only in a text that shows other marks of a note.
Rewrites rewrite_obsidian(const MarkdownScan& scan);

}  // namespace aloud
