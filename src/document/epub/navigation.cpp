#include "document/epub/navigation.h"

#include <algorithm>

#include "document/epub/tags.h"
#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

constexpr std::size_t kMostPoints = 20'000;
constexpr std::size_t kLongestTitle = 500;  // bytes
constexpr int kDeepest = 20;

std::string title_of(std::string_view markup) {
  std::string text = readable(markup.substr(0, floor_to_code_point(markup, 4 * kLongestTitle)));
  if (text.size() > kLongestTitle) text.resize(floor_to_code_point(text, kLongestTitle));
  return text;
}

class NavReader {
 public:
  NavReader(std::string_view text, const std::string& path) : text_(text), path_(path) {}

  Navigation read() {
    TagScanner scanner(text_);
    std::size_t behind = 0;
    while (const auto tag = scanner.next()) {
      if (in_link_) title_ += std::string(text_.substr(behind, tag->range.begin - behind));
      behind = tag->range.end;
      tag->kind == MarkupTag::Kind::close ? leave(*tag) : enter(*tag);
    }
    if (navigation_.points.empty()) navigation_.points = std::move(untyped_);
    return std::move(navigation_);
  }

 private:
  void enter(const MarkupTag& tag) {
    if (!tag.opens()) return;
    if (tag.name == "nav") {
      type_ = ascii_lower(tag.attribute("epub:type"));
      if (type_.empty()) type_ = ascii_lower(tag.attribute("role"));
      depth_ = 0;
    } else if (tag.name == "ol" || tag.name == "ul") {
      depth_ += tag.kind == MarkupTag::Kind::open ? 1 : 0;
    } else if (tag.name == "a" && tag.kind == MarkupTag::Kind::open) {
      in_link_ = true;
      title_.clear();
      address_ = tag.attribute("href");
      landmark_ = ascii_lower(tag.attribute("epub:type"));
    }
  }

  void leave(const MarkupTag& tag) {
    if (tag.name == "ol" || tag.name == "ul") depth_ = std::max(depth_ - 1, 0);
    if (tag.name == "nav") type_ = "none";
    if (tag.name != "a" || !in_link_) return;
    in_link_ = false;
    const auto to = resolve(path_, address_);
    if (!to) return;
    if (type_.find("landmarks") != std::string::npos) {
      if (to->fragment.empty()) navigation_.landmarks.try_emplace(to->path, landmark_);
      return;
    }
    const bool contents = (" " + type_ + " ").find("toc ") != std::string::npos;
    auto& points = contents ? navigation_.points : untyped_;
    if ((contents || type_.empty()) && points.size() < kMostPoints)
      points.push_back({title_of(title_), *to, std::clamp(depth_ - 1, 0, kDeepest)});
  }

  std::string_view text_;
  const std::string& path_;
  Navigation navigation_;
  std::vector<NavigationPoint> untyped_;  // of a <nav> that does not say what it is
  std::string type_ = "none", title_, address_, landmark_;
  int depth_ = 0;
  bool in_link_ = false;
};

}  // namespace

Navigation read_nav(std::string_view text, const std::string& path) { return NavReader(text, path).read(); }

Navigation read_ncx(std::string_view text, const std::string& path) {
  Navigation navigation;
  TagScanner scanner(text);
  std::string title;
  std::size_t label = 0;
  int depth = -1;
  bool in_map = false;
  while (const auto tag = scanner.next()) {
    const bool opens = tag->opens(), closes = tag->kind == MarkupTag::Kind::close;
    if (tag->name == "navmap") in_map = opens;
    if (!in_map) continue;
    if (tag->name == "navpoint") depth += opens ? 1 : closes ? -1 : 0;
    if (tag->name == "text" && opens) label = tag->range.end;
    if (tag->name == "text" && closes && label != 0) title = title_of(text.substr(label, tag->range.begin - label));
    if (tag->name != "content" || !opens || navigation.points.size() >= kMostPoints) continue;
    if (const auto to = resolve(path, tag->attribute("src")))
      navigation.points.push_back({title, *to, std::clamp(depth, 0, kDeepest)});
    title.clear();
  }
  return navigation;
}

}  // namespace aloud
