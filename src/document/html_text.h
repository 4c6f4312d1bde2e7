#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/markdown/content.h"

namespace aloud {

/// A tag as far as speech cares for it.
struct HtmlTag {
  std::string name;                 ///< lower case; empty for a comment, declaration or processing instruction
  bool closing = false;             ///< </name>
  bool self_closing = false;        ///< <name/>, or an element that never has content, such as br
  std::optional<std::string> lang;  ///< the lang attribute
  ByteRange alt;                    ///< img: where the value of the alt attribute stands in the tag; empty if there is none
  std::string source;               ///< img: the src attribute
  std::size_t columns = 1;          ///< td, th: the colspan attribute
  std::size_t rows = 1;             ///< td, th: the rowspan attribute
};

/// Reads a tag, comment or declaration as a whole, from "<" to ">".
HtmlTag parse_html_tag(std::string_view tag);

/// Whether an element's content is for machines (script, style).
bool hides_content(std::string_view element);

/// Whether an element starts a line of its own, so that words on its two sides do not belong together.
bool breaks_text(std::string_view element);

/// The elements that are open at a place in the article, for the languages that they declare.
class OpenElements {
 public:
  void apply(const HtmlTag& tag);
  const std::string& language() const;  ///< of the innermost element that declares one; else empty
  bool contains(std::string_view name) const;
  int heading_level() const;  ///< 1 to 6 inside h1 to h6, else 0
  /// Whether a table began or ended since this was asked last: the next row has nothing to do with those before.
  bool take_table_border();

 private:
  struct Element {
    std::string name;
    std::string lang;
  };
  std::vector<Element> elements_;
  bool table_border_ = false;
};

/// A paragraph, a heading or the row of a table out of raw HTML.
struct HtmlPart {
  RichText text;
  std::string language;
  int level = 0;                ///< 1 to 6 for a heading, else 0
  std::vector<RichText> cells;  ///< for a row of a table; `text` is empty then
  bool header_row = false;      ///< the first row of a table, of th elements alone
  bool first_in_table = false;  ///< a row with which a table begins

  ByteRange source() const;  ///< from the first to the last byte that is said
};

/// Appends the characters in `range` of the content to `text`: entities decoded, white space folded, none at either end.
void append_html_text(const Content& html, ByteRange range, AlignedText& text);

/// Takes a block of raw HTML apart: tags, comments, scripts and styles go to `silent`, the text comes out with entities
/// decoded and white space folded, cut where elements such as p, div or li begin and end. Rows of tables that begin and end in
/// the block are kept together; descriptions of images (alt) are text. `open` carries languages from one block to the next.
std::vector<HtmlPart> read_html(const Content& html, OpenElements& open, std::vector<SilentRange>& silent);

/// The text that the character reference at `at` ("&amp;", "&#233;") stands for, and its size in the source; nullopt if none is
/// there.
struct Entity {
  std::string text;
  std::size_t size = 0;
};
std::optional<Entity> entity_at(std::string_view text, std::size_t at);

}  // namespace aloud
