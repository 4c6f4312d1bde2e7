#pragma once

#include <optional>
#include <string>

#include "document/html/page_tree.h"

namespace aloud {

/// What a page says of itself: in JSON-LD, OpenGraph, Dublin Core, `<meta>`, `<title>` and `<time>`, the first that says it.
struct PageMetadata {
  std::optional<std::string> title;     ///< without the site's name
  std::optional<std::string> author;    ///< several are separated by ", "
  std::optional<std::string> date;      ///< of publication, as written; of a time stamp the day: "2024-05-01"
  std::optional<std::string> language;  ///< BCP 47
  std::optional<std::string> site;
  std::optional<std::string> description;
  std::string type;  ///< the JSON-LD type that gave the title: "NewsArticle", "DiscussionForumPosting", …; else empty
};

PageMetadata read_metadata(const PageTree& tree);

/// "Tides" for "Tides | The Coast Post", where the site is "The Coast Post" or the title is long enough without its end.
std::string without_site_name(const std::string& title, const std::string& site);

}  // namespace aloud
