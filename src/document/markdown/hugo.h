#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// Hugo's shortcodes (https://gohugo.io/content-management/shortcodes/): tags are silent, what stands between a pair is read;
/// images, titles, notes and code as what they are.
Rewrites rewrite_hugo(const MarkdownScan& scan);

}  // namespace aloud
