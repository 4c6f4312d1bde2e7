#include "document/html/nesting.h"

#include <algorithm>
#include <array>

#include "document/html/elements.h"
#include "util/ascii.h"

namespace aloud {
namespace {

// Each attribute of a tag is compared with those before it; pages have a dozen.
constexpr std::size_t kMostAttributes = 256;

// Attributes of a second <html> or <body> are compared with all of the first.
constexpr std::size_t kMostRoots = 16;

// Formatting that is open at once, since each paragraph reconstructs it.
constexpr std::size_t kMostFormatting = 16;

// How far up an end tag, or a start tag that ends another, is looked for.
constexpr std::size_t kLookedThrough = kDeepest;

bool is_space(char c) { return std::string_view(" \t\n\r\f").find(c) != std::string_view::npos; }

struct Tag {
  ByteRange source;
  Element element = Element::other;
  std::string name;  // small letters
  bool closing = false;
  bool self_closing = false;
  std::size_t attributes = 0;
};

// The tag at "<", if one begins there: a letter follows, or "/" and a letter.
class TagScanner {
 public:
  explicit TagScanner(std::string_view text) : text_(text) {}

  bool scan(std::size_t at, Tag& tag) {
    tag = {};
    tag.source.begin = at++;
    tag.closing = at < text_.size() && text_[at] == '/';
    if (tag.closing) ++at;
    if (at >= text_.size() || !is_ascii_letter(text_[at])) return false;
    const std::size_t begin = at;
    while (at < text_.size() && !is_space(text_[at]) && text_[at] != '>' && text_[at] != '/') ++at;
    constexpr std::size_t kLongestName = 64;
    tag.name = ascii_lower(text_.substr(begin, std::min(at - begin, kLongestName)));
    tag.element = element_of_name(tag.name);
    tag.source.end = end_of_attributes(at, tag);
    return true;
  }

 private:
  std::size_t end_of_attributes(std::size_t at, Tag& tag) const {
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == '>') return at + 1;
      tag.self_closing = c == '/';
      if (is_space(c) || c == '/') {
        ++at;
        continue;
      }
      ++tag.attributes;
      at = end_of_attribute(at);
    }
    return at;
  }

  std::size_t end_of_attribute(std::size_t at) const {
    const auto skip_spaces = [&] {
      while (at < text_.size() && is_space(text_[at])) ++at;
    };
    ++at;  // also a "=" that begins a name
    while (at < text_.size() && !is_space(text_[at]) && std::string_view("=>/").find(text_[at]) == std::string_view::npos) ++at;
    const std::size_t name_end = at;
    skip_spaces();
    if (at >= text_.size() || text_[at] != '=') return name_end;
    ++at;
    skip_spaces();
    if (at >= text_.size()) return at;
    if (text_[at] == '"' || text_[at] == '\'') return std::min(text_.find(text_[at], at + 1), text_.size() - 1) + 1;
    while (at < text_.size() && !is_space(text_[at]) && text_[at] != '>') ++at;
    return at;
  }

  std::string_view text_;
};

// Whether a start tag ends an element of this kind that is open, so that the two do not nest.
bool ends_by_start(Element open, Element started) {
  switch (open) {
    case Element::p:
      return is_block(started);
    case Element::li:
      return started == Element::li;
    case Element::dt:
    case Element::dd:
      return started == Element::dt || started == Element::dd;
    case Element::td:
    case Element::th:
      return started == Element::td || started == Element::th || started == Element::tr || started == Element::tbody;
    case Element::tr:
      return started == Element::tr || started == Element::tbody;
    case Element::option:
      return started == Element::option || started == Element::optgroup;
    case Element::a:
      return started == Element::a;
    default:
      return false;
  }
}

// What an element that ends by the start of another is not looked for behind.
bool is_boundary(Element element) {
  return element == Element::table || element == Element::ul || element == Element::ol || element == Element::dl ||
         element == Element::select;
}

// Names of which the content is text up to their end tag.
bool holds_raw_text(Element element, std::string_view name) {
  return element == Element::script || element == Element::style || element == Element::textarea || element == Element::title ||
         element == Element::iframe || name == "xmp" || name == "noembed" || name == "noframes";
}

class Bounder {
 public:
  explicit Bounder(std::string_view text) : text_(text), scanner_(text) {}

  BoundedPage run() {
    for (std::size_t at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at)) at = step(at);
    return std::move(page_);
  }

 private:
  struct Open {
    Element element;
    std::string name;
    std::size_t formatting;  // that was open before it
  };

  // Behind what begins at "<".
  std::size_t step(std::size_t at) {
    if (text_.substr(at, 4) == "<!--") return behind("-->", at + 2);
    if (at + 1 < text_.size() && (text_[at + 1] == '!' || text_[at + 1] == '?')) return behind(">", at);
    Tag tag;
    if (!scanner_.scan(at, tag)) return at + 1;
    if (tag.closing) {
      close(tag);
      return tag.source.end;
    }
    open(tag);
    const bool raw = foreign_ == 0 && holds_raw_text(tag.element, tag.name);
    return raw ? end_of_raw_text(tag) : tag.source.end;
  }

  std::size_t behind(std::string_view what, std::size_t from) const {
    const std::size_t found = text_.find(what, from);
    return found == std::string_view::npos ? text_.size() : found + what.size();
  }

  std::size_t end_of_raw_text(const Tag& tag) const {
    for (std::size_t at = text_.find("</", tag.source.end); at != std::string_view::npos; at = text_.find("</", at + 2)) {
      const std::string_view name = text_.substr(at + 2, tag.name.size());
      if (ascii_lower(name) == tag.name) return at;
    }
    return text_.size();
  }

  void open(const Tag& tag) {
    if (tag.element == Element::html || tag.element == Element::body) {
      if (++roots_ > kMostRoots) return blank(tag.source);
      return;
    }
    if (tag.attributes > kMostAttributes) {
      const std::size_t name_end = tag.source.begin + 1 + tag.name.size();
      blank({name_end, tag.source.end - (text_[tag.source.end - 1] == '>' ? 1 : 0)});
    }
    const bool foreign = tag.name == "svg" || tag.name == "math";
    if (is_void(tag.element) || (tag.self_closing && (foreign || foreign_ > 0))) return;
    if (foreign_ == 0 && holds_raw_text(tag.element, tag.name)) return;
    end_by_start(tag.element);
    const bool formatting = is_formatting(tag.element);
    if (stack_.size() >= kDeepest || (formatting && formatting_ >= kMostFormatting)) return blank(tag.source);
    stack_.push_back({tag.element, tag.name, formatting_});
    foreign_ += foreign ? 1 : 0;
    formatting_ += formatting ? 1 : 0;
    page_.deepest = std::max(page_.deepest, stack_.size());
  }

  void end_by_start(Element started) {
    for (std::size_t i = stack_.size(); i > 0; --i) {
      const Element open = stack_[i - 1].element;
      if (is_boundary(open)) return;
      if (ends_by_start(open, started)) pop_to(i - 1);
    }
  }

  void close(const Tag& tag) {
    const std::size_t last = stack_.size() - std::min(stack_.size(), kLookedThrough);
    for (std::size_t i = stack_.size(); i > last; --i) {
      if (stack_[i - 1].name == tag.name) return pop_to(i - 1);
      if (stack_[i - 1].element == Element::table && is_formatting(tag.element)) return;
    }
  }

  // Formatting outlives what it was opened in, but for the cells of tables.
  void pop_to(std::size_t size) {
    while (stack_.size() > size) {
      const Open& top = stack_.back();
      if (top.name == "svg" || top.name == "math") --foreign_;
      const bool cell = top.element == Element::td || top.element == Element::th || top.element == Element::caption;
      if (cell) formatting_ = std::min(formatting_, top.formatting);
      if (is_formatting(top.element) && stack_.size() == size + 1) formatting_ -= formatting_ > 0 ? 1 : 0;
      stack_.pop_back();
    }
  }

  void blank(ByteRange range) {
    if (page_.text.empty()) page_.text = text_;
    std::fill(page_.text.begin() + static_cast<std::ptrdiff_t>(range.begin),
              page_.text.begin() + static_cast<std::ptrdiff_t>(range.end), ' ');
    page_.blanked.push_back(range);
  }

  std::string_view text_;
  TagScanner scanner_;
  BoundedPage page_;
  std::vector<Open> stack_;
  std::size_t roots_ = 0, foreign_ = 0, formatting_ = 0;
};

}  // namespace

BoundedPage bound_nesting(std::string_view page) { return Bounder(page).run(); }

}  // namespace aloud
