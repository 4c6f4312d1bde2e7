#include "document/html/main_content.h"

#include <algorithm>

#include "document/html/class_words.h"

namespace aloud {
namespace {

using Index = PageTree::Index;

// What an element that says of itself that it is the article has to hold of the prose around it.
constexpr double kOfItself = 0.5, kMain = 0.6, kArticle = 0.7, kByName = 0.75;

// What any other has to hold, so that the rest is not missed.
constexpr double kNearlyAll = 0.85;

constexpr const char* kWholePage = "page";
constexpr const char* kDensity = "density";

struct Sign {
  double share = 2;  // of the prose; above 1: no sign
  std::string rule;
};

class Finder {
 public:
  Finder(const PageTree& tree, const std::vector<NodeWeight>& weights, const Verdicts& verdicts)
      : tree_(tree), weights_(weights), verdicts_(verdicts) {}

  MainContent find() const {
    MainContent content{0, kWholePage};
    const Index body = tree_.find(Element::body);
    if (body < tree_.size()) content.node = body;
    for (;;) {
      const MainContent next = narrower(content);
      if (next.node == content.node) return content;
      content = next;
    }
  }

 private:
  Sign sign_of(Index node) const {
    const Element element = tree_[node].element;
    if (tree_.value(node, "itemprop") == "articleBody") return {kOfItself, "itemprop articleBody"};
    if (element == Element::article) return {kArticle, "element article"};
    if (element == Element::main || tree_.value(node, "role") == "main") return {kMain, "element main"};
    for (const char* const attribute : {"class", "id"}) {
      const ClassWords words = read_class_words(tree_.value(node, attribute));
      if (words.body) return {kByName, std::string(attribute) + " of an article's text"};
    }
    return {};
  }

  // The best element below that holds enough of the prose; the same where there is none.
  MainContent narrower(const MainContent& content) const {
    const double all = weights_[content.node].prose;
    if (all <= 0) return content;
    for (Index node = content.node + 1; node < tree_[content.node].end;) {
      const double share = weights_[node].prose / all;
      if (share < kOfItself || verdicts_.of(node) != nullptr) {
        node = tree_[node].end;
        continue;
      }
      const Sign sign = sign_of(node);
      if (share >= sign.share) return {node, sign.rule};
      ++node;
    }
    if (content.rule != kWholePage && content.rule != kDensity) return content;
    for (Index child = content.node + 1; child < tree_[content.node].end; child = tree_[child].end) {
      if (tree_[child].block && weights_[child].paragraphs > 1 && weights_[child].prose >= kNearlyAll * all)
        return {child, kDensity};
    }
    return content;
  }

  const PageTree& tree_;
  const std::vector<NodeWeight>& weights_;
  const Verdicts& verdicts_;
};

}  // namespace

MainContent find_main_content(const PageTree& tree, const std::vector<NodeWeight>& weights, const Verdicts& verdicts) {
  return Finder(tree, weights, verdicts).find();
}

void mark_outside(const PageTree& tree, const std::vector<NodeWeight>& weights, const MainContent& content,
                  Verdicts& verdicts) {
  for (Index node = content.node; node != 0; node = tree[node].parent) {
    const Index above = tree[node].parent;
    for (Index child = above + 1; child < tree[above].end; child = tree[child].end) {
      if (child != node) verdicts.leave_out(child, SilentKind::outside, "outside", static_cast<int>(weights[child].prose));
    }
  }
}

}  // namespace aloud
