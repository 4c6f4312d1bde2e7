#pragma once

#include <cmark-gfm.h>

#include <string>
#include <vector>

#include "document/document.h"
#include "document/html_spans.h"
#include "document/html_text.h"
#include "document/markdown/content.h"
#include "document/open_elements.h"

namespace aloud {

/// Lays what cmark-gfm found in a paragraph, heading or table cell over the bytes that it was written with.
///
/// cmark's columns of inline nodes are wrong behind line ends, escapes and in tables, so they are not used. The tree says
/// which piece of markup or text must come next at every point; each is checked against the source byte by byte. A piece
/// that is not there makes aligned() false: the caller then falls back to the raw content.
class InlineAligner {
 public:
  /// `content` outlives the aligner. `begin`: where the inline content starts in it.
  InlineAligner(const Content& content, std::size_t begin) : content_(content), text_(content.text()), at_(begin) {}

  /// The next event of cmark's iterator inside the block.
  void take(cmark_event_type event, cmark_node* node);

  /// Ends the block: closes what is open. Requires: no take() after it.
  void finish();

  bool aligned() const { return aligned_; }
  std::size_t end() const { return at_; }  ///< in the content, behind the last piece
  RichText& result() { return result_; }
  std::vector<SilentRange>& silent() { return silent_; }

 private:
  enum class Brackets { written, angle, none };
  struct OpenLink {
    std::size_t span = 0;
    Brackets brackets = Brackets::written;
  };
  void fail() { aligned_ = false; }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  ByteRange source(std::size_t begin, std::size_t end) const;

  void enter(cmark_node* node);
  void leave(cmark_node* node);
  void text(std::string_view literal);
  std::size_t escape_or_entity(std::string_view rest);
  void line_break(bool hard);
  void code(std::string_view literal);
  void html(std::string_view literal);
  void html_tag(const HtmlTag& tag, std::size_t begin);
  void footnote_reference();
  void delimiter(std::string_view characters, std::size_t count);
  void tildes();
  void enter_link(cmark_node* node, SpanKind kind);
  void leave_link();

  void emit(std::size_t begin, std::size_t end);
  void emit_space(ByteRange source);
  bool hidden() const { return !hidden_.empty() || elements_.hidden().has_value(); }
  std::size_t open_span(SpanKind kind, std::string target = {});
  void close_span(std::size_t span) { result_.spans[span].text.end = result_.text.size(); }

  const Content& content_;
  const std::string& text_;
  std::size_t at_;
  bool aligned_ = true;
  RichText result_;
  std::vector<SilentRange> silent_;
  std::vector<std::size_t> open_spans_;
  std::vector<OpenLink> open_links_;
  OpenElements elements_;
  HtmlSpans html_spans_;
  std::string hidden_;  // the element (script, style) whose content is being passed over; else empty
  std::size_t hidden_begin_ = 0;
  bool behind_tag_ = false;
};

}  // namespace aloud
