#pragma once

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// What was changed in a text, as GitLab ("{+ added +}", "[- gone -]") and CriticMarkup ("{++added++}", "{~~old~>new~~}",
/// "{>>remark<<}", "{==marked==}") show it: the words that stand now are said, what is gone and remarks are silent.
Rewrites rewrite_change_marks(const MarkdownScan& scan);

/// GitLab's references, "!4120", "&12", "~label", in a text that shows what only GitLab has.
Rewrites rewrite_gitlab_references(const MarkdownScan& scan);

}  // namespace aloud
