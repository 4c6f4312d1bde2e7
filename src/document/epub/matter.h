#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html/page_tree.h"
#include "document/html/page_weights.h"

namespace aloud {

/// What words of epub:type, of a role, or of a guide's type say (EPUB Structural Semantics Vocabulary 1.1; DPUB-ARIA 1.1; OPF
/// 2.0.1, section 2.6); Matter::text for all others.
Matter matter_of_words(std::string_view words);

/// What a chapter's title says, in some languages: "Table of Contents", "Impressum".
Matter matter_of_title(std::string_view title);

/// What a page of which nothing says what it is looks like: a list of links, or the small print.
Matter matter_of_shape(const PageTree& tree, const std::vector<NodeWeight>& weights);

/// For each node of a page what it is, as an element that it stands in says, else `of_page`.
std::vector<Matter> matter_of_nodes(const PageTree& tree, Matter of_page);

/// Whether a node is the number of a printed page.
bool is_page_number(const PageTree& tree, PageTree::Index node);

}  // namespace aloud
