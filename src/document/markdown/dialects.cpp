#include "document/markdown/dialects.h"

#include "document/markdown/attribute_lists.h"
#include "document/markdown/emoji_codes.h"
#include "document/markdown/github.h"
#include "document/markdown/hugo.h"
#include "document/markdown/liquid.h"
#include "document/markdown/mkdocs.h"

namespace aloud {
namespace {

using Dialect = Rewrites (*)(const MarkdownScan& scan);

// Whether something was rewritten.
bool apply(Dialect dialect, RewrittenMarkdown& text) {
  const Rewrites rewrites = dialect(MarkdownScan(text.text()));
  if (!rewrites.empty()) text.apply(rewrites);
  return !rewrites.empty();
}

// Blocks in blocks are found one level at a time.
void apply_to_nested(Dialect dialect, RewrittenMarkdown& text) {
  constexpr int kDeepest = 12;  // of blocks; what is nested deeper stays as it is written
  for (int level = 0; level < kDeepest && apply(dialect, text); ++level) {
  }
}

}  // namespace

void rewrite_dialects(RewrittenMarkdown& text) {
  // Templates first: they make the Markdown that the others are written in.
  apply(rewrite_hugo, text);
  apply(rewrite_liquid, text);
  apply_to_nested(rewrite_indented_blocks, text);
  apply(rewrite_mkdocs, text);
  apply(rewrite_attribute_lists, text);
  apply(rewrite_github_alerts, text);
  apply(rewrite_emoji_codes, text);
}

}  // namespace aloud
