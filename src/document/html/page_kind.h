#pragma once

#include "document/html/metadata.h"
#include "document/html/page_tree.h"

namespace aloud {

/// What a page is made for.
enum class PageKind {
  article,     ///< one text; what readers wrote below is not of it
  discussion,  ///< many write: a forum's thread, questions and answers
};

/// By what the page says of itself (schema.org), by the words of its address, and by the software that names itself.
PageKind kind_of_page(const PageTree& tree, const PageMetadata& metadata);

}  // namespace aloud
