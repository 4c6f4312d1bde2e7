#include "document/markdown/dialects.h"

#include <optional>

#include "document/markdown/attribute_lists.h"
#include "document/markdown/change_marks.h"
#include "document/markdown/citations.h"
#include "document/markdown/code_languages.h"
#include "document/markdown/colon_fences.h"
#include "document/markdown/emoji_codes.h"
#include "document/markdown/formulas.h"
#include "document/markdown/github.h"
#include "document/markdown/html_comments.h"
#include "document/markdown/hugo.h"
#include "document/markdown/inline_notes.h"
#include "document/markdown/liquid.h"
#include "document/markdown/mdx.h"
#include "document/markdown/mkdocs.h"
#include "document/markdown/myst.h"
#include "document/markdown/obsidian.h"
#include "document/markdown/pandoc.h"
#include "document/markdown/task_boxes.h"
#include "document/markdown/tex_text.h"
#include "document/markdown/wiki_marks.h"

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
    {Dialect::mdx, rewrite_mdx_lines},  // before templates: MDX has braces of its own
    {Dialect::mdx, rewrite_mdx_tags},
    {Dialect::hugo, rewrite_hugo},
    {Dialect::liquid, rewrite_liquid},
    {Dialect::myst, rewrite_myst_directives, Nesting::nested},  // and roles: they may hold formulas
    {Dialect::myst, rewrite_myst_roles},
    {Dialect::formulas, rewrite_formulas},  // what TeX writes is none of the others' markup, but templates may write it
    {Dialect::formulas, rewrite_tex_text},
    {Dialect::mkdocs, rewrite_indented_blocks, Nesting::nested},
    {Dialect::mkdocs, rewrite_code_languages},
    {Dialect::mkdocs, rewrite_mkdocs},
    {Dialect::pandoc, rewrite_pandoc_blocks},
    {Dialect::pandoc, rewrite_text_tables},
    {Dialect::containers, rewrite_colon_fences},
    {Dialect::pandoc, rewrite_inline_notes},
    {Dialect::notes, rewrite_inline_notes},
    {Dialect::pandoc, rewrite_pandoc},
    {Dialect::attributes, rewrite_attribute_lists},
    {Dialect::github, rewrite_change_marks},
    {Dialect::mkdocs, rewrite_change_marks},
    {Dialect::github, rewrite_gitlab_references},
    {Dialect::github, rewrite_github_alerts},
    {Dialect::github, rewrite_task_boxes},
    {Dialect::notes, rewrite_task_boxes},
    {Dialect::notes, rewrite_obsidian},
    {Dialect::emoji, rewrite_emoji_codes},
    {Dialect::citations, rewrite_wiki_marks},
    {Dialect::citations, rewrite_citations},  // when other brackets have found their meaning
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
