#include "document/html/extraction.h"

#include "document/html/block_rules.h"
#include "document/html/main_content.h"
#include "document/html/page_marks.h"

namespace aloud {

Extraction extract(const PageTree& tree, const PageMetadata& metadata, Extract what) {
  Verdicts verdicts(tree);
  std::vector<NodeWeight> weights = weigh(tree, verdicts.kept());
  mark_unseen(tree, weights, verdicts);
  weights = weigh(tree, verdicts.kept());
  Extraction extraction;
  std::string rule = "all";
  if (what == Extract::article) {
    const PageKind kind = kind_of_page(tree, metadata);
    mark_furniture(tree, weights, kind, verdicts);
    weights = weigh(tree, verdicts.kept());
    const MainContent content = find_main_content(tree, weights, verdicts);
    mark_outside(tree, weights, content, verdicts);
    rule = content.rule;
  }
  extraction.text = read_blocks(tree, weights, verdicts);
  for (const PageBlock& block : extraction.text.blocks) {
    const auto score = static_cast<int>(block.block.content.text.size());
    extraction.blocks.push_back({true, SilentKind::outside, rule, score});
  }
  if (what == Extract::article) judge_blocks(kind_of_page(tree, metadata), metadata, extraction);
  return extraction;
}

}  // namespace aloud
