#include "document/open_elements.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "document/html_elements.h"

namespace aloud {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxOpenElements = 256;  // deeper nesting is not followed; it costs a language, never text

template <typename Names>
bool among(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// HTML, section "Optional tags": what an opening tag closes, and how far out that goes.
struct Implied {
  std::array<std::string_view, 3> opening, closes, within;
};
constexpr Implied kImplied[] = {
    {{"li"}, {"li"}, {"ul", "ol", "menu"}},
    {{"dt", "dd"}, {"dt", "dd"}, {"dl"}},
    {{"rt", "rp", "rb"}, {"rt", "rp", "rb"}, {"ruby"}},
    {{"td", "th"}, {"td", "th"}, {"tr", "table"}},
    {{"tr"}, {"tr"}, {"table"}},
    {{"option"}, {"option"}, {"select", "datalist"}},
};

std::optional<SilentKind> hides(const HtmlTag& tag) {
  if (tag.name == "rt" || tag.name == "rp") return SilentKind::ruby_text;
  if (tag.hidden) return SilentKind::hidden;
  if (tag.name == "script" || tag.name == "style") return SilentKind::html_tag;
  return hides_content(tag.name) ? std::optional(SilentKind::hidden) : std::nullopt;
}

}  // namespace

void OpenElements::close_from(std::size_t index) {
  elements_.resize(index);
  if (hidden_from_ >= index) hidden_from_ = static_cast<std::size_t>(-1);
}

void OpenElements::close_implied(std::string_view opening) {
  if (breaks_text(opening) && !elements_.empty() && elements_.back().name == "p") close_from(elements_.size() - 1);
  for (const Implied& rule : kImplied) {
    if (opening.empty() || !among(rule.opening, opening)) continue;
    for (std::size_t at = elements_.size(); at > 0 && !among(rule.within, elements_[at - 1].name); --at) {
      if (among(rule.closes, elements_[at - 1].name)) return close_from(at - 1);
    }
  }
}

void OpenElements::apply(const HtmlTag& tag) {
  if (tag.name.empty()) return;
  if (!tag.closing) close_implied(tag.name);
  if (tag.self_closing && !tag.closing) return;
  table_border_ = table_border_ || tag.name == "table";
  if (tag.closing) {
    const auto match =
        std::find_if(elements_.rbegin(), elements_.rend(), [&](const Element& element) { return element.name == tag.name; });
    if (match != elements_.rend()) close_from(static_cast<std::size_t>(elements_.rend() - match) - 1);
    return;
  }
  if (tag.name == "li") {
    const auto list = std::find_if(elements_.rbegin(), elements_.rend(),
                                   [](const Element& e) { return e.name == "ul" || e.name == "ol" || e.name == "menu"; });
    ordinal_.reset();
    if (list != elements_.rend() && list->name == "ol") {
      ordinal_ = tag.number.value_or(list->next);
      if (*ordinal_ < std::numeric_limits<int>::max()) list->next = *ordinal_ + 1;
    }
  }
  if (elements_.size() == kMaxOpenElements) return;
  elements_.push_back({tag.name, tag.lang.value_or(""), hides(tag), tag.number.value_or(1)});
  if (elements_.back().hidden) hidden_from_ = std::min(hidden_from_, elements_.size() - 1);
}

void OpenElements::end_block() {
  constexpr std::array kWithin{"ruby"sv, "rt"sv, "rp"sv, "script"sv, "style"sv};
  const auto first = std::find_if(elements_.begin(), elements_.end(), [&](const Element& e) { return among(kWithin, e.name); });
  close_from(static_cast<std::size_t>(first - elements_.begin()));
}

const std::string& OpenElements::language() const {
  static const std::string kNone;
  const auto match = std::find_if(elements_.rbegin(), elements_.rend(), [](const Element& e) { return !e.lang.empty(); });
  return match == elements_.rend() ? kNone : match->lang;
}

int OpenElements::count(std::string_view name) const {
  return static_cast<int>(
      std::count_if(elements_.begin(), elements_.end(), [&](const Element& element) { return element.name == name; }));
}

bool OpenElements::contains(std::string_view name) const {
  return std::any_of(elements_.begin(), elements_.end(), [&](const Element& element) { return element.name == name; });
}

int OpenElements::heading_level() const {
  for (auto element = elements_.rbegin(); element != elements_.rend(); ++element) {
    const std::string& name = element->name;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') return name[1] - '0';
  }
  return 0;
}

int OpenElements::list_depth() const { return count("ul") + count("ol") + count("menu") + count("dl"); }

int OpenElements::quote_depth() const { return count("blockquote"); }

bool OpenElements::take_table_border() { return std::exchange(table_border_, false); }

}  // namespace aloud
