#include "document/markdown/pandoc.h"

#include <gtest/gtest.h>

#include "document/dialect_test_support.h"

namespace aloud {
namespace {

using test::RewritingCase;

constexpr RewritingCase kBlocks[] = {
    // Title blocks, at the very start alone.
    {"% Worms\n% Ann Oak\n% May 2020\n\nText.\n", "# Worms\n\n\n\nText.\n"},
    {"% Worms and\n  others\nText.\n", "# Worms and others\nText.\n"},
    {"Text.\n% Worms\n", "Text.\n% Worms\n"},
    {"%Worms\n", "%Worms\n"},
    // Definitions.
    {"Mould\n:   What leaves become.\n\n    In a year.\n\nText.\n", "Mould\n\nWhat leaves become.\n\nIn a year.\n\nText.\n"},
    {"| a |\n|---|\n| 1 |\n\n: Heaps {#tbl-heaps}\n", "| a |\n|---|\n| 1 |\n\n\nHeaps \n"},
    {":smile: here\n:x\n", ":smile: here\n:x\n"},
    // Verse.
    {"| Rain falls,\n|    leaves rot.\n| \n| End.\n", "Rain falls,\\\nleaves rot.\\\n\nEnd.\n"},
    {"| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 2 |\n"},
    {"| one line\n", "| one line\n"},
    // Examples.
    {"(@) One.\n(@good) Two.\n\nSee (@good), (@bad), `(@good)`.\n", "1. One.\n2. Two.\n\nSee (2), (@bad), `(@good)`.\n"},
    // Fences.
    {"```{.python .wide}\nx\n```\n", "```python\nx\n```\n"},
    {"``` {#a .sh}\nx\n```\n", "``` sh\nx\n```\n"},
    {"```{r, fig.cap=\"x\"}\n#| label: y\nx\n```\n", "```r\nx\n```\n"},
    {"a\n\n```{r, echo=FALSE}\nx\n```\n\nb\n", "a\n\n\n\nb\n"},
    {"```{python}\n#| include: false\nx\n```\n", "\n"},
    {"```{=latex}\nx\n```\n\n```{=html}\n<b>x</b>\n```\n", "\n\n\n<b>x</b>\n\n"},
    {"```{note}\nx\n```\n\n```python\n#| x\n```\n", "```note\nx\n```\n\n```python\n#| x\n```\n"},
};

TEST(PandocBlocks, BecomeCommonMark) {
  for (const RewritingCase& one : kBlocks)
    EXPECT_EQ(test::rewritten_by(rewrite_pandoc_blocks, one.markdown), one.rewritten) << one.markdown;
}

constexpr RewritingCase kInlines[] = {
    {"[small words]{.smallcaps} ![i]{.x}\n", "small words ![i]{.x}\n"},
    {"[a] {.x} [b][c] [d]\n", "[a] {.x} [b][c] [d]\n"},
    {"a`<br>`{=html}b\n", "ab\n"},
    {"2^10^ m^2^ 1^st^ x^2 y^ z^ [^1] a^[note]\n", "2¹⁰ m² 1st x^2 y^ z^ [^1] a^[note]\n"},
    {"So \\cite[p. 3]{smith} and \\label{x}\\citizen \\{a}\n", "So ‹citation=smith› and \\citizen \\{a}\n"},
    {"\\newpage\n\nUse \\newpage here\n", "\n\nUse \\newpage here\n"},
    {"`{#id}` `2^10^`\n", "`{#id}` `2^10^`\n"},
};

TEST(PandocInlines, LoseTheirMarkup) {
  for (const RewritingCase& one : kInlines)
    EXPECT_EQ(test::rewritten_by(rewrite_pandoc, one.markdown), one.rewritten) << one.markdown;
}

constexpr RewritingCase kTables[] = {
    {"+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n| 3 | 4 |\n+---+---+\n",
     "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"},
    {"+ a\n+ b\n", "+ a\n+ b\n"},
    {"  Worm    Length\n------  --------\n   red   3 cm\n  grün   12 cm\n\nText.\n",
     "| Worm  |   Length\n|---|---|\n| red  |  3 cm\n| grün  |  12 cm\n\nText.\n"},
    {"Text\n-----\nmore\n", "Text\n-----\nmore\n"},
    {"--- ---\n\na\n", "--- ---\n\na\n"},
};

TEST(TextTables, BecomePipeTables) {
  for (const RewritingCase& one : kTables)
    EXPECT_EQ(test::rewritten_by(rewrite_text_tables, one.markdown), one.rewritten) << one.markdown;
}

}  // namespace
}  // namespace aloud
