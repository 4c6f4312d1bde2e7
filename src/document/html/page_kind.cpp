#include "document/html/page_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "util/ascii.h"

namespace aloud {
namespace {

using Index = PageTree::Index;

constexpr std::array<std::string_view, 16> kAddressWords{
    "forum",      "forums",    "thread",   "threads", "topic",      "topics", "viewtopic",   "viewtopic.php",
    "showthread", "questions", "question", "t",       "discussion", "boards", "discussions", "community"};

constexpr std::array<std::string_view, 8> kSoftware{"phpbb", "vbulletin", "xenforo", "discourse",
                                                    "mybb",  "invision",  "smf",     "flarum"};

// The address that the page gives itself; empty where it gives none.
std::string address_of(const PageTree& tree) {
  for (Index node = 0; node < tree.size(); ++node) {
    if (tree[node].element == Element::link && tree.value(node, "rel") == "canonical")
      return std::string(tree.value(node, "href"));
    if (tree[node].element == Element::meta && tree.value(node, "property") == "og:url")
      return std::string(tree.value(node, "content"));
    if (tree[node].element == Element::body) break;
  }
  return {};
}

// Whether a part of the host or the path is a word for a discussion.
bool is_discussion_address(const std::string& address) {
  const std::string text = ascii_lower(address);
  std::size_t begin = text.find("//");
  begin = begin == std::string::npos ? 0 : begin + 2;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("/.?#", begin), text.size());
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    const bool last = end == text.size();
    if (!last && std::find(kAddressWords.begin(), kAddressWords.end(), part) != kAddressWords.end()) return true;
    begin = end + 1;
  }
  return false;
}

bool names_software(const PageTree& tree) {
  const auto holds = [](std::string_view text) {
    const std::string small = ascii_lower(text);
    return std::any_of(kSoftware.begin(), kSoftware.end(),
                       [&](std::string_view name) { return small.find(name) != std::string::npos; });
  };
  for (Index node = 0; node < tree.size(); ++node) {
    if (tree[node].element == Element::meta && tree.value(node, "name") == "generator" && holds(tree.value(node, "content")))
      return true;
    if (tree[node].element == Element::body) return holds(tree.value(node, "id"));
  }
  return holds(tree.value(0, "id"));
}

}  // namespace

PageKind kind_of_page(const PageTree& tree, const PageMetadata& metadata) {
  const bool declared = metadata.type == "DiscussionForumPosting" || metadata.type == "Question" || metadata.type == "QAPage";
  const bool article = metadata.type.find("Article") != std::string::npos || metadata.type == "BlogPosting";
  if (declared || names_software(tree)) return PageKind::discussion;
  return !article && is_discussion_address(address_of(tree)) ? PageKind::discussion : PageKind::article;
}

}  // namespace aloud
