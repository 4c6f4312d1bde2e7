#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/byte_range.h"

namespace aloud {

/// A place that a file of a book names: "../text/one.xhtml#p3", seen from its own.
struct BookAddress {
  std::string path;      ///< from the book's root; never leads out of it
  std::string fragment;  ///< behind "#", or empty
};

/// `address` as the file at `from` means it: escapes decoded, "." and ".." followed, no further up than the root.
/// nullopt for what lies elsewhere ("https:…", "mailto:…").
std::optional<BookAddress> resolve(std::string_view from, std::string_view address);

/// What a package document says (EPUB 3.3, section 5; OPF 2.0.1).
struct Package {
  struct Item {
    std::string id, path, media_type;
    std::string properties;  ///< words: "nav", "cover-image"
    std::string fallback;    ///< id of the item to take where this one is no page
    ByteRange source;        ///< its tag
  };
  struct SpineItem {
    std::string id;
    bool linear = true;
    ByteRange source;  ///< its tag
  };

  ByteRange title;  ///< the text of its first title, in the package document; empty: none
  std::string authors, language, date;
  std::vector<Item> manifest;
  std::map<std::string, std::size_t> by_id;  ///< the item's number
  std::vector<SpineItem> spine;
  std::string ncx;                           ///< path; empty: none is named
  std::string nav;                           ///< likewise
  std::map<std::string, std::string> guide;  ///< path → "cover", "toc", "title-page"

  const Item* item(const std::string& id) const;
};

/// Reads the package document `text`, which is at `path` in its book. Never fails; what is missing is empty.
Package read_package(std::string_view text, const std::string& path);

/// The path of the package document that a META-INF/container.xml names first, of those that it says
/// are one, if it says so of any; empty: none.
std::string package_path(std::string_view container);

}  // namespace aloud
