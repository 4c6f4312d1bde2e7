#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/markdown/content.h"
#include "document/open_elements.h"

namespace aloud {

/// A block out of raw HTML.
struct HtmlPart {
  BlockKind kind = BlockKind::html;  ///< heading, list_item, code, table_row, thematic_break; else html, a paragraph
  RichText text;
  std::string language;
  int level = 0;                ///< heading: 1 to 6
  std::vector<RichText> cells;  ///< table_row; `text` is empty then
  bool header_row = false;      ///< the first row of a table, of th elements alone
  bool first_in_table = false;  ///< a row with which a table begins
  int list_depth = 0;           ///< in how many lists of the HTML it stands
  int quote_depth = 0;          ///< the same for quotes
  std::optional<int> ordinal;   ///< list_item of an ordered list: its number
  ByteRange tag;                ///< list_item, thematic_break: the tag that it begins with
  std::string info;             ///< code: its language; else empty

  ByteRange source() const;  ///< from the first to the last byte that is said; a thematic break's tag
};

/// Appends the characters in `range` of the content to `text`: entities decoded, white space folded, none at either end.
void append_html_text(const Content& html, ByteRange range, AlignedText& text);

/// Takes a block of raw HTML apart: tags, comments, scripts and styles go to `silent`, the text comes out with entities
/// decoded and white space folded (not in pre, which is code), cut where elements such as p, div or li begin and end. Rows of
/// tables that begin and end in the block are kept together; descriptions of images (alt) are text. What the HTML hides is
/// silent. `open` carries languages, lists and what is hidden from one block to the next.
std::vector<HtmlPart> read_html(const Content& html, OpenElements& open, std::vector<SilentRange>& silent);

/// The text that the character reference at `at` ("&amp;", "&#233;") stands for, and its size in the source; nullopt if none is
/// there.
struct Entity {
  std::string text;
  std::size_t size = 0;
};
std::optional<Entity> entity_at(std::string_view text, std::size_t at);

}  // namespace aloud
