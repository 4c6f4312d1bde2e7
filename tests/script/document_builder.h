#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace aloud::test {

/// Builds a Document by hand, source and positions included. Texts may hold a little markup: `*emphasis*`, "`code`",
/// `<address>`,
/// `!(image)`, `^(reference)`, `{fr:texte}`, `@(citation)`, `!!(admonition title)`, and `&nbsp;`, which is a no-break space.
class DocumentBuilder {
 public:
  /// Adds a block with its text; returns it for further settings until the next call.
  Block& add(BlockKind kind, std::string_view marked_text = {});
  Block& heading(std::string_view text) { return add(BlockKind::heading, text); }
  Block& paragraph(std::string_view text) { return add(BlockKind::paragraph, text); }

  /// An item of a list, "3. text" in the source, or "- text" for number 0.
  Block& item(int number, std::string_view text);

  /// A row of the table, cells between "|" in the source.
  Block& row(int table, bool header, const std::vector<std::string>& cells);

  Document build();

 private:
  RichText read(std::string_view marked_text);
  void read_into(std::string_view marked_text, RichText& content);
  void read_span(SpanKind kind, std::string_view open, std::string_view body, std::string_view close, RichText& content);

  std::string source_;
  Document document_;
};

/// A document of one paragraph.
Document paragraph(std::string_view marked_text);

}  // namespace aloud::test
