#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/html/page_tree.h"

namespace aloud {

/// Why a node of a page, and all below it, is not read.
struct Verdict {
  SilentKind kind = SilentKind::outside;
  std::string rule;  ///< "class sidebar", "element nav", …
  int score = 0;
};

/// What is decided of a page's nodes, by number.
class Verdicts {
 public:
  explicit Verdicts(const PageTree& tree) : by_node_(tree.size(), kNone), kept_(tree.size(), true) {}

  /// The first verdict of a node counts.
  void leave_out(PageTree::Index node, SilentKind kind, std::string rule, int score = 0) {
    if (by_node_[node] != kNone) return;
    by_node_[node] = static_cast<std::uint32_t>(verdicts_.size());
    kept_[node] = false;
    verdicts_.push_back({kind, std::move(rule), score});
  }

  /// Of that very node; nullptr: none.
  const Verdict* of(PageTree::Index node) const { return by_node_[node] == kNone ? nullptr : &verdicts_[by_node_[node]]; }

  /// By node: whether it has no verdict of its own.
  const std::vector<bool>& kept() const { return kept_; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<std::uint32_t> by_node_;
  std::vector<bool> kept_;
  std::vector<Verdict> verdicts_;
};

}  // namespace aloud
