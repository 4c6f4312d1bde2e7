#pragma once

#include <string_view>

#include "document/markdown/rewriting.h"
#include "document/markdown/scan.h"

namespace aloud {

/// What an encyclopedia's pages leave when they are clipped: "[edit]" behind headings, editors' remarks with markup in them
/// ("[*[when?](…)*]"), and the links back that open the lines of a list of sources ("^ [***a***](#a)").
Rewrites rewrite_wiki_marks(const MarkdownScan& scan);

/// Whether editors leave that in brackets: "citation needed", "when?", "note 2".
bool is_editors_remark(std::string_view inside);

/// "12", "1, 2", "3–5": numbers as sources have them; not "0", which counts, nor a year.
bool is_source_numbers(std::string_view inside);

}  // namespace aloud
