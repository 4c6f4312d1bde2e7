#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/markdown_content.h"

namespace aloud {

/// A tag as far as speech cares for it.
struct HtmlTag {
  std::string name;                 ///< lower case; empty for a comment, declaration or processing instruction
  bool closing = false;             ///< </name>
  bool self_closing = false;        ///< <name/>, or an element that never has content, such as br
  std::optional<std::string> lang;  ///< the lang attribute
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

 private:
  struct Element {
    std::string name;
    std::string lang;
  };
  std::vector<Element> elements_;
};

/// A paragraph of text out of raw HTML.
struct HtmlPart {
  RichText text;
  std::string language;
};

/// Takes a block of raw HTML apart: tags, comments, scripts and styles go to `silent`, the text comes out with entities
/// decoded and white space folded, cut where elements such as p, div or td begin and end. `open` carries languages from one
/// block to the next.
std::vector<HtmlPart> read_html(const Content& html, OpenElements& open, std::vector<SilentRange>& silent);

/// The text that the character reference at `at` ("&amp;", "&#233;") stands for, and its size in the source; nullopt if none is
/// there.
struct Entity {
  std::string text;
  std::size_t size = 0;
};
std::optional<Entity> entity_at(std::string_view text, std::size_t at);

}  // namespace aloud
