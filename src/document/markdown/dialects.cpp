#include "document/markdown/dialects.h"

#include <optional>

#include "document/markdown/attribute_lists.h"
#include "document/markdown/emoji_codes.h"
#include "document/markdown/formulas.h"
#include "document/markdown/github.h"
#include "document/markdown/html_comments.h"
#include "document/markdown/hugo.h"
#include "document/markdown/liquid.h"
#include "document/markdown/mkdocs.h"

namespace aloud {
namespace {

enum class Nesting {
  flat,
  nested,  ///< blocks in blocks: one level is found at a time
};

struct Pass {
  std::optional<Dialect> dialect;  ///< nullopt: CommonMark itself
  Rewrites (*rewrite)(const MarkdownScan& scan);
  Nesting nesting = Nesting::flat;
};

// In this order: templates make the Markdown that the others are written in, and what can be taken for something else comes
// last.
constexpr Pass kPasses[] = {
    {std::nullopt, rewrite_html_comments},
    {Dialect::hugo, rewrite_hugo},
    {Dialect::liquid, rewrite_liquid},
    {Dialect::formulas, rewrite_formulas},  // what TeX writes is none of the others' markup, but templates may write it
    {Dialect::mkdocs, rewrite_indented_blocks, Nesting::nested},
    {Dialect::mkdocs, rewrite_mkdocs},
    {Dialect::attributes, rewrite_attribute_lists},
    {Dialect::github, rewrite_github_alerts},
    {Dialect::emoji, rewrite_emoji_codes},
};

}  // namespace

void rewrite_dialects(RewrittenMarkdown& text, DialectSet dialects) {
  constexpr int kDeepest = 12;  // of nested blocks; what is deeper stays as it is written
  std::optional<MarkdownScan> scan;
  for (const Pass& pass : kPasses) {
    if (pass.dialect && !dialects.holds(*pass.dialect)) continue;
    for (int level = 0; level < (pass.nesting == Nesting::nested ? kDeepest : 1); ++level) {
      if (!scan) scan.emplace(text.text());
      const Rewrites rewrites = pass.rewrite(*scan);
      if (rewrites.empty()) break;
      text.apply(rewrites);
      scan.reset();
    }
  }
}

}  // namespace aloud
