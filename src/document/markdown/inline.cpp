#include "document/markdown/inline.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "document/html_elements.h"
#include "document/lines.h"
#include "document/markdown/link.h"
#include "document/markdown/tree.h"

namespace aloud {
namespace {

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : literal;
}

std::string string_of(const char* text) { return text == nullptr ? "" : text; }

// CommonMark 0.31.2, section "Entity and numeric character references": seven digits at most, or six hexadecimal ones.
// cmark-gfm (0.29) takes more.
bool is_too_long_a_number(std::string_view reference) {
  const bool hexadecimal = reference.starts_with("&#x") || reference.starts_with("&#X");
  return reference.starts_with("&#") && reference.size() > (hexadecimal ? 3 + 6 + 1 : 2 + 7 + 1);
}

bool is_strikethrough(cmark_node* node) { return is_type(node, "strikethrough"); }

bool is_footnote_reference(cmark_node* node) { return cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE; }

}  // namespace

void InlineAligner::take(cmark_event_type event, cmark_node* node) {
  if (!aligned_) return;
  event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
}

void InlineAligner::enter(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return text(literal_of(node));
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) return line_break(type == CMARK_NODE_LINEBREAK);
  if (type == CMARK_NODE_CODE) return code(literal_of(node));
  if (type == CMARK_NODE_HTML_INLINE) return html(literal_of(node));
  if (is_footnote_reference(node)) return footnote_reference();
  if (type == CMARK_NODE_LINK) return enter_link(node, SpanKind::link);
  if (type == CMARK_NODE_IMAGE) return enter_link(node, SpanKind::image);
  if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
    const bool strong = type == CMARK_NODE_STRONG;
    delimiter("*_", strong ? 2 : 1);
    return open_spans_.push_back(open_span(strong ? SpanKind::strong : SpanKind::emphasis));
  }
  if (!is_strikethrough(node)) return fail();
  tildes();
  open_spans_.push_back(open_span(SpanKind::strikethrough));
}

void InlineAligner::leave(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return leave_link();
  const bool spans = type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || is_strikethrough(node);
  if (!spans) return;
  close_span(open_spans_.back());
  open_spans_.pop_back();
  if (is_strikethrough(node)) return tildes();
  delimiter("*_", type == CMARK_NODE_STRONG ? 2 : 1);
}

void InlineAligner::finish() {
  if (!hidden_.empty()) return fail();  // never closed: rather read aloud than lost
  if (elements_.hidden() && at_ > hidden_begin_) silent_.push_back({source(hidden_begin_, at_), *elements_.hidden()});
  html_spans_.finish(result_);
  settle_spans(result_.spans);
}

ByteRange InlineAligner::source(std::size_t begin, std::size_t end) const {
  return {content_.source_of(begin), content_.source_of(end - 1) + 1};
}

void InlineAligner::emit(std::size_t begin, std::size_t end) {
  if (hidden()) return;
  if (std::exchange(behind_tag_, false) && (result_.text.empty() || result_.text.text().back() == ' ')) {
    while (begin < end && text_[begin] == ' ') ++begin;  // there is one on the other side of it
  }
  while (begin < end) {
    const std::size_t piece = content_.piece_end(begin, end);
    result_.text.append_linear(std::string_view(text_).substr(begin, piece - begin), content_.source_of(begin));
    begin = piece;
  }
}

void InlineAligner::emit_space(ByteRange source) {
  if (hidden() || result_.text.empty() || result_.text.text().back() == ' ') return;
  result_.text.append(" ", source, Mapping::whole);
}

std::size_t InlineAligner::open_span(SpanKind kind, std::string target) {
  result_.spans.push_back({kind, {result_.text.size(), result_.text.size()}, std::move(target)});
  return result_.spans.size() - 1;
}

// In what follows a bare "http://…", nothing is decoded; in an autolink <…> character references are, escapes are not; a bare
// e-mail address was found in text that was decoded before. So outside of ordinary text the plain byte has precedence.
void InlineAligner::text(std::string_view literal) {
  const Brackets mode = open_links_.empty() ? Brackets::written : open_links_.back().brackets;
  std::size_t begin = at_;
  for (std::size_t i = 0; i < literal.size();) {
    if (at_ >= text_.size()) return fail();
    const bool special = text_[at_] == '\\' || text_[at_] == '&';
    if (special && !(mode == Brackets::none && text_[at_] == literal[i]) && !(mode == Brackets::angle && text_[at_] == '\\')) {
      const std::size_t before = at_;
      emit(begin, before);
      begin = before;
      if (const std::size_t taken = escape_or_entity(literal.substr(i)); taken > 0) {
        i += taken;
        begin = at_;
        continue;
      }
      if (!aligned_) return;
    }
    if (text_[at_] != literal[i]) return fail();
    ++at_;
    ++i;
  }
  emit(begin, at_);
}

// An escape or a character reference at at_: moves behind it, returns how much of the literal it makes; 0 when it is neither.
std::size_t InlineAligner::escape_or_entity(std::string_view rest) {
  std::string decoded;
  std::size_t size = 0;
  if (text_[at_] == '\\') {
    if (std::ispunct(static_cast<unsigned char>(peek(1))) == 0) return 0;
    decoded = peek(1);
    size = 2;
  } else {
    const auto entity = entity_at(text_, at_);
    if (!entity) return 0;
    if (is_too_long_a_number(std::string_view(text_).substr(at_, entity->size)) && rest.starts_with(entity->text)) {
      at_ += entity->size;  // CommonMark takes it for text
      emit(at_ - entity->size, at_);
      return entity->text.size();
    }
    decoded = entity->text;
    size = entity->size;
  }
  if (!rest.starts_with(decoded)) {
    fail();
    return 0;
  }
  if (!hidden()) result_.text.append(decoded, source(at_, at_ + size), Mapping::whole);
  at_ += size;
  return decoded.size();
}

void InlineAligner::line_break(bool hard) {
  const std::size_t begin = at_;
  const auto is_space = [](char c) { return is_blank(c) || c == '\v' || c == '\f'; };
  while (is_space(peek())) ++at_;
  if (peek() == '\\') ++at_;
  if (!is_line_end(peek())) return fail();
  at_ = next_line(text_, at_);
  emit_space(source(begin, at_));
  if (hard && !hidden()) mark_line_break(result_, source(begin, at_));
  while (is_blank(peek())) ++at_;
}

void InlineAligner::code(std::string_view literal) {
  std::size_t ticks = 0;
  while (peek(ticks) == '`') ++ticks;
  if (ticks == 0) return fail();
  at_ += ticks;
  const bool padded = peek() != '\0' && literal.find_first_not_of(' ') != std::string_view::npos &&
                      (peek() == ' ' || is_line_end(peek())) && literal.front() != ' ';
  const std::size_t span = open_span(SpanKind::code);
  if (padded) at_ = is_line_end(peek()) ? next_line(text_, at_) : at_ + 1;
  for (std::size_t i = 0; i < literal.size(); ++i) {
    if (i == 0 || literal[i] != ' ') {
      // A line that continues lazily keeps its indentation in the content, one that continues properly does not.
      while (literal[i] != ' ' && is_blank(peek()) && peek() != literal[i] && at_ > 0 &&
             (is_line_end(text_[at_ - 1]) || is_blank(text_[at_ - 1])))
        ++at_;
    }
    if (literal[i] == ' ' && is_line_end(peek())) {
      const std::size_t end = next_line(text_, at_);
      if (!hidden()) result_.text.append(" ", source(at_, end), Mapping::whole);
      at_ = end;
    } else if (peek() == literal[i] && at_ < text_.size()) {
      emit(at_, at_ + 1);
      ++at_;
    } else {
      return fail();
    }
  }
  close_span(span);
  while (is_blank(peek()) || is_line_end(peek())) ++at_;
  const std::size_t close = at_;
  while (peek() == '`') ++at_;
  if (at_ - close != ticks) fail();
}

void InlineAligner::html(std::string_view literal) {
  const std::size_t begin = at_;
  for (const char c : literal) {
    const bool line_start = at_ > begin && (is_line_end(text_[at_ - 1]) || is_blank(text_[at_ - 1]));
    while (line_start && peek() != c && is_blank(peek())) ++at_;
    if (peek() != c || at_ >= text_.size()) return fail();
    ++at_;
  }
  if (at_ == begin) return fail();
  const HtmlTag tag = parse_html_tag(std::string_view(text_).substr(begin, at_ - begin));
  if (!hidden_.empty()) {
    if (!tag.closing || tag.name != hidden_) return;
    silent_.push_back({source(hidden_begin_, at_), SilentKind::html_tag});
    hidden_.clear();
    return;
  }
  html_tag(tag, begin);
}

void InlineAligner::html_tag(const HtmlTag& tag, std::size_t begin) {
  const ByteRange range = source(begin, at_);
  const bool comment = std::string_view(text_).substr(begin).starts_with("<!--");
  const std::optional<SilentKind> reason = elements_.hidden();
  silent_.push_back({range, comment ? SilentKind::html_comment : SilentKind::html_tag});
  if (!reason) {
    const bool breaks = is_html_element(tag.name) && breaks_text(tag.name) && !hides_content(tag.name);
    if (breaks) mark_line_break(result_, tag.name == "br" ? range : ByteRange{range.end, range.end});
    if (!tag.alt.empty() && !tag.hidden) {
      const std::size_t span = open_span(SpanKind::image, tag.source);
      append_html_text(content_, {begin + tag.alt.begin, begin + tag.alt.end}, result_.text);
      close_span(span);
    }
  }
  if (!tag.closing && !tag.self_closing && (tag.name == "script" || tag.name == "style")) {
    hidden_ = tag.name;
    hidden_begin_ = at_;
    return;
  }
  elements_.apply(tag);
  if (!reason && elements_.hidden()) hidden_begin_ = begin;
  if (reason && !elements_.hidden()) silent_.push_back({source(hidden_begin_, at_), *reason});
  html_spans_.apply(tag, result_);
  behind_tag_ = true;
}

void InlineAligner::footnote_reference() {
  if (peek() != '[' || peek(1) != '^') return fail();
  const std::size_t label = at_ + 2;
  const std::size_t close = text_.find_first_of("[]\r\n", label);
  if (close == std::string::npos || text_[close] != ']') return fail();
  const std::size_t span = open_span(SpanKind::footnote_reference, text_.substr(label, close - label));
  emit(label, close);
  close_span(span);
  at_ = close + 1;
}

void InlineAligner::delimiter(std::string_view characters, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i, ++at_) {
    if (at_ >= text_.size() || characters.find(text_[at_]) == std::string_view::npos) return fail();
  }
}

void InlineAligner::tildes() {
  if (peek() != '~') return fail();
  while (peek() == '~') ++at_;
}

void InlineAligner::enter_link(cmark_node* node, SpanKind kind) {
  Brackets brackets = Brackets::none;
  if (kind == SpanKind::image) {
    if (peek() != '!' || peek(1) != '[') return fail();
    at_ += 2;
    brackets = Brackets::written;
  } else if (peek() == '[') {
    ++at_;
    brackets = Brackets::written;
  } else if (peek() == '<') {
    ++at_;
    brackets = Brackets::angle;
  }
  const bool address = kind == SpanKind::link && brackets != Brackets::written;
  open_links_.push_back({open_span(address ? SpanKind::url : kind, string_of(cmark_node_get_url(node))), brackets});
}

void InlineAligner::leave_link() {
  const OpenLink link = open_links_.back();
  open_links_.pop_back();
  close_span(link.span);
  Span& span = result_.spans[link.span];
  if (link.brackets == Brackets::none) return;
  const char close = link.brackets == Brackets::angle ? '>' : ']';
  if (peek() != close) return fail();
  ++at_;
  if (link.brackets == Brackets::angle) return;
  const bool says_address = result_.text.text().compare(span.text.begin, span.text.size(), span.target) == 0;
  if (span.kind == SpanKind::link && says_address && !span.text.empty()) span.kind = SpanKind::url;
  const std::size_t end = link_tail_end(text_, at_);
  if (end > at_) silent_.push_back({source(at_, end), SilentKind::link_destination});
  at_ = end;
}

}  // namespace aloud
