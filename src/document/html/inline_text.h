#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace aloud {

/// A part of what the parser made of a page's bytes: characters as they are written, or an entity.
using TakePiece = std::function<void(std::string_view text, ByteRange source, Mapping mapping)>;

/// The parts of `decoded`, which the parser made of the bytes of `page` at `source`.
void align_decoded(std::string_view page, ByteRange source, std::string_view decoded, const TakePiece& take);

/// Puts the text of a block together, node by node: white space folded, spans kept.
class InlineText {
 public:
  /// `decoded` is what the parser made of the bytes of `page` at `source`.
  void add(std::string_view page, ByteRange source, std::string_view decoded);
  /// The same with white space as it is written.
  void add_preformatted(std::string_view page, ByteRange source, std::string_view decoded);
  /// White space for the bytes at `source`; `is_blank`: they are one " ".
  void add_space(ByteRange source, bool is_blank = false);
  /// A line end in preformatted text.
  void add_line_end(ByteRange source);

  void open(SpanKind kind, std::string target);
  /// Ends the span that was opened last, of those that are open.
  void close();

  bool empty() const { return text_.empty(); }

  /// What was put together; spans that are open go on in what follows.
  RichText take();

 private:
  struct Open {
    SpanKind kind;
    std::string target;
    std::size_t begin;
  };
  void put(std::string_view text, ByteRange source, Mapping mapping);
  void add_folded(std::string_view text, ByteRange source, Mapping mapping);

  AlignedText text_;
  std::vector<Span> spans_;
  std::vector<Open> open_;
  ByteRange space_;              // that waits for something behind it
  bool space_is_blank_ = false;  // a single " ", as it is said
  bool space_waits_ = false;
};

}  // namespace aloud
