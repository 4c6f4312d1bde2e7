#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/epub/package.h"
#include "util/byte_range.h"

namespace aloud {

/// A link of a page of a book.
struct PageLink {
  std::size_t begin = 0;  ///< of its tag, in the page
  std::size_t end = 0;    ///< behind its text
  BookAddress to;
  std::string text;          ///< how it begins
  bool reference = false;    ///< says of itself that it leads to a note
  bool back = false;         ///< says that it leads back from one
  bool raised = false;       ///< superscript
  bool named = false;        ///< its class or where it leads to is named as notes are: "footnote-ref", "#fn12"
  bool within_text = false;  ///< text of its block stands before it
};

/// A page of a book, gone through tag by tag: XHTML, as gumbo shall see it, and where its links and names are.
///
/// HTML has no empty elements but its own: to a browser that takes XHTML for HTML, as gumbo does, <title/> swallows the page
/// and <a id="x"/> makes a link of the rest. Those tags, and what else reads otherwise in XML, are made comments of the same
/// length.
struct ScannedPage {
  std::string text;                                    ///< as long as the page
  std::vector<ByteRange> blanked;                      ///< tags that are comments in `text`
  std::unordered_map<std::string, std::size_t> names;  ///< id → where its tag begins
  std::vector<PageLink> links;                         ///< in order
  std::optional<std::size_t> ill_formed;               ///< where it first is no XML
};

/// `path`: where it is in the book.
ScannedPage scan_page(std::string_view page, const std::string& path);

/// Whether `words`, separated by white space, have `word` among them.
bool has_word(std::string_view words, std::string_view word);

}  // namespace aloud
