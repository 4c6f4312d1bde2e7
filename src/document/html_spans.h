#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/html_tag.h"

namespace aloud {

/// What elements in a line of text mean for it: links, code, emphasis, what is struck out, languages, and raised characters.
class HtmlSpans {
 public:
  /// A tag in the text that `text` ends with. `is_code`: whether the text around it is code already.
  void apply(const HtmlTag& tag, RichText& text, bool is_code = false);
  /// Closes what is open, and puts raised characters as they are said ("10<sup>6</sup>": 10⁶) into the text.
  void finish(RichText& text);

 private:
  struct Open {
    std::string name;
    std::optional<std::size_t> span;  // in RichText::spans
    std::size_t begin = 0;            // in the text
    bool within_page = false;         // a link to a place on the same page
  };
  struct Edit {
    ByteRange range;  // in the text before all of them; empty: inserts
    std::string by;
  };
  void close_back(RichText& text);
  void raise(std::size_t begin, RichText& text);
  void apply_edits(RichText& text);

  std::vector<Open> open_;
  std::vector<Edit> edits_;  // in order, done at once: each by itself would copy the text
};

/// Marks the end of a line that the author asked for: the space with which the text ends; one is added where there is none, for
/// `source`. Nothing where the text is empty.
void mark_line_break(RichText& text, ByteRange source);

/// Brings spans into order, outer ones first, without empty ones; one that crosses another ends with it.
void settle_spans(std::vector<Span>& spans);

}  // namespace aloud
