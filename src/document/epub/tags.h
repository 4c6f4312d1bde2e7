#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "util/byte_range.h"

namespace aloud {

/// What stands between "<" and ">" in XML or XHTML.
struct MarkupTag {
  enum class Kind {
    open,
    close,
    empty,        ///< <name/>
    cdata,        ///< as a whole
    declaration,  ///< a comment, a processing instruction, a document type: as a whole
  } kind = Kind::open;
  ByteRange range;        ///< in the text
  std::string name;       ///< of an element, in small letters, without prefix: "title" of <dc:title>
  std::string_view text;  ///< of the tag

  bool opens() const { return kind == Kind::open || kind == Kind::empty; }
  /// The value of an attribute, with its prefix where it has one ("epub:type"), entities decoded; empty where there is none.
  std::string attribute(std::string_view name) const;
};

/// Goes through a text tag by tag, well-formed or not, as far as a "<" begins something that ends; takes time by the text's
/// size. No entity is expanded but by its own name, and nothing outside the text is looked at.
class TagScanner {
 public:
  /// `text` outlives the scanner and the tags.
  explicit TagScanner(std::string_view text) : text_(text) {}

  std::optional<MarkupTag> next();
  /// Where the last tag ended.
  std::size_t at() const { return at_; }

 private:
  std::size_t end_of(std::size_t at) const;
  MarkupTag tag_at(std::size_t at, std::size_t end) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Text between tags as it reads: entities decoded, white space folded.
std::string readable(std::string_view text);

}  // namespace aloud
