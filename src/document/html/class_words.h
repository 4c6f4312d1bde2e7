#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace aloud {

/// What the names that a site gave an element (class, id) say of it.
struct ClassWords {
  std::optional<SilentKind> furniture;  ///< it is no article, but this
  std::string word;                     ///< by which word of them: "sidebar", "read-more"
  bool content = false;                 ///< a word for the article or a part of it: "content", "post", "story"
  bool body = false;                    ///< words for the whole of the article's text: "article-body", "entry-content"
  bool reply = false;                   ///< a word for one of many that people wrote: "comment", "answer", "message"
};

/// Reads names such as "post-meta siteFooter nav_bar", word by word: cut at what is no letter or digit, and before capitals.
ClassWords read_class_words(std::string_view names);

}  // namespace aloud
