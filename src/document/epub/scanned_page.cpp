#include "document/epub/scanned_page.h"

#include <algorithm>
#include <array>

#include "document/epub/tags.h"
#include "document/html/elements.h"
#include "document/lines.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

// End by themselves where the next one of their kind begins, so that the start tag alone says the same.
bool ends_by_itself(Element element) {
  switch (element) {
    case Element::p:
    case Element::li:
    case Element::dt:
    case Element::dd:
    case Element::td:
    case Element::th:
    case Element::tr:
    case Element::option:
      return true;
    default:
      return false;
  }
}

bool is_named_as_note(std::string_view classes, std::string_view fragment) {
  const std::string names = ascii_lower(classes), to = ascii_lower(fragment);
  for (const std::string_view word : {"footnote", "endnote", "noteref"}) {
    if (names.find(word) != std::string::npos) return true;
  }
  for (const std::string_view beginning : {"fn", "ftn", "_ftn", "footnote", "endnote", "note", "_edn", "edn"}) {
    if (to.starts_with(beginning)) return true;
  }
  return false;
}

class PageScanner {
 public:
  PageScanner(std::string_view page, const std::string& path) : page_(page), path_(path), scanner_(page) {
    scanned_.text = page;
  }

  ScannedPage scan() {
    std::size_t behind = 0;
    while (const auto tag = scanner_.next()) {
      take_text({behind, tag->range.begin});
      behind = tag->range.end;
      take(*tag);
    }
    if (link_) end_link(page_.size());
    return std::move(scanned_);
  }

 private:
  static constexpr std::size_t kLongestLabel = 24;
  static constexpr std::size_t kDeepest = 10'000;

  void take_text(ByteRange range) {
    if (trim(page_, range).empty()) return;
    text_in_block_ = true;
    if (!link_ || link_->text.size() >= kLongestLabel) return;
    const std::string_view text = page_.substr(range.begin, range.size());
    link_->text += text.substr(0, floor_to_code_point(text, kLongestLabel));
  }

  void take(const MarkupTag& tag) {
    switch (tag.kind) {
      case MarkupTag::Kind::declaration:
        if (tag.text.find('[') != std::string_view::npos && tag.text.starts_with("<!D")) blank(tag.range);
        return;
      case MarkupTag::Kind::cdata:
        return take_cdata(tag);
      case MarkupTag::Kind::close:
        return close(tag);
      case MarkupTag::Kind::open:
      case MarkupTag::Kind::empty:
        return open(tag);
    }
  }

  // Its text is text, where it is no script and looks like no markup.
  void take_cdata(const MarkupTag& tag) {
    constexpr std::size_t kBefore = 9, kBehind = 3;
    if (tag.range.size() < kBefore + kBehind || !tag.text.ends_with("]]>")) return;
    if (tag.text.substr(1).find_first_of("<&") != std::string_view::npos) return;
    blank({tag.range.begin, tag.range.begin + kBefore});
    blank({tag.range.end - kBehind, tag.range.end});
  }

  void open(const MarkupTag& tag) {
    if (const std::string id = tag.attribute("id"); !id.empty()) scanned_.names.try_emplace(id, tag.range.begin);
    const Element element = element_of_name(tag.name);
    if (element == Element::a) {
      if (const std::string name = tag.attribute("name"); !name.empty()) scanned_.names.try_emplace(name, tag.range.begin);
    }
    if (is_block(element)) text_in_block_ = false;
    if (tag.kind == MarkupTag::Kind::empty) {
      if (!is_void(element) && !ends_by_itself(element) && foreign_ == 0) blank(tag.range);
      return;
    }
    if (is_void(element)) return note_ill_formed(tag.range.begin);
    if (tag.name == "svg" || tag.name == "math") ++foreign_;
    if (element == Element::sup) ++raised_;
    if (element == Element::sup && link_) link_->raised = true;
    if (element == Element::a) begin_link(tag);
    if (open_.size() < kDeepest) open_.push_back(tag.name);
  }

  void close(const MarkupTag& tag) {
    const Element element = element_of_name(tag.name);
    if (is_void(element)) {
      if (element == Element::br) blank(tag.range);
      return;
    }
    if (is_block(element)) text_in_block_ = false;
    if ((tag.name == "svg" || tag.name == "math") && foreign_ > 0) --foreign_;
    if (element == Element::sup && raised_ > 0) --raised_;
    if (element == Element::a && link_) end_link(tag.range.begin);
    if (open_.empty() || open_.back() != tag.name) {
      if (open_.size() < kDeepest) note_ill_formed(tag.range.begin);
      return;
    }
    open_.pop_back();
  }

  void note_ill_formed(std::size_t at) {
    if (!scanned_.ill_formed) scanned_.ill_formed = at;
  }

  void begin_link(const MarkupTag& tag) {
    if (link_) end_link(tag.range.begin);
    const std::string address = tag.attribute("href");
    const auto to = address.empty() ? std::nullopt : resolve(path_, address);
    if (!to) return;
    const std::string type = tag.attribute("epub:type"), role = tag.attribute("role");
    link_.emplace();
    link_->begin = tag.range.begin;
    link_->to = *to;
    link_->reference = has_word(type, "noteref") || has_word(role, "doc-noteref");
    link_->back = has_word(type, "backlink") || has_word(role, "doc-backlink");
    link_->raised = raised_ > 0;
    link_->named = is_named_as_note(tag.attribute("class"), to->fragment);
    link_->within_text = text_in_block_;
  }

  void end_link(std::size_t end) {
    link_->end = end;
    link_->text = readable(link_->text);
    scanned_.links.push_back(std::move(*link_));
    link_.reset();
  }

  // A comment to HTML: "<?" up to the first ">".
  void blank(ByteRange tag) {
    std::string& text = scanned_.text;
    for (std::size_t i = tag.begin + 1; i < tag.end; ++i) text[i] = ' ';
    text[tag.begin] = '<';
    text[tag.begin + 1] = '?';
    text[tag.end - 1] = '>';
    scanned_.blanked.push_back(tag);
  }

  std::string_view page_;
  const std::string& path_;
  TagScanner scanner_;
  ScannedPage scanned_;
  std::vector<std::string> open_;
  std::optional<PageLink> link_;
  std::size_t foreign_ = 0, raised_ = 0;
  bool text_in_block_ = false;
};

}  // namespace

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const auto is_space = [](char c) { return is_blank(c) || is_line_end(c); };
    if ((at == 0 || is_space(words[at - 1])) && (end == words.size() || is_space(words[end]))) return true;
  }
  return false;
}

ScannedPage scan_page(std::string_view page, const std::string& path) { return PageScanner(page, path).scan(); }

}  // namespace aloud
