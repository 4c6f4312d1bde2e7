// Marks of tasks, notes, changes, encyclopedias and TeX within lines of Markdown.
#include <gtest/gtest.h>

#include "document/dialect_test_support.h"
#include "document/document_checks.h"
#include "document/markdown/change_marks.h"
#include "document/markdown/code_languages.h"
#include "document/markdown/inline_notes.h"
#include "document/markdown/task_boxes.h"
#include "document/markdown/tex_text.h"
#include "document/markdown/wiki_marks.h"

namespace aloud {
namespace {

using test::RewritingCase;
using Rewriter = Rewrites (*)(const MarkdownScan&);

template <std::size_t size>
void expect_all(Rewriter rewriter, const RewritingCase (&cases)[size]) {
  for (const RewritingCase& one : cases) EXPECT_EQ(test::rewritten_by(rewriter, one.markdown), one.rewritten) << one.markdown;
}

TEST(TaskBoxes, SayWhatTheyTell) {
  constexpr RewritingCase kCases[] = {
      {"- [/] Order slates\n", "- ‹admonition:in-progress=in-progress›. Order slates\n"},
      {"1. [-] Paint\n", "1. ‹admonition:cancelled=cancelled›. Paint\n"},
      {"- [~] Anything\n", "- ‹admonition:cancelled=cancelled›. Anything\n"},
      {"- [>] Call\n", "- [ ] Call\n"},
      {"- [*] Star\n", "- Star\n"},
      {"- [x] Done\n- [i] Letters beside tasks\n", "- [x] Done\n- ‹admonition:info=info›. Letters beside tasks\n"},
      {"- [i] alone\n", "- [i] alone\n"},
      {"- [1] a source\n- [/](address)\n- [-]\n[/] no item\n", "- [1] a source\n- [/](address)\n- [-]\n[/] no item\n"},
      {"- `[/] code`\n", "- `[/] code`\n"},
  };
  expect_all(rewrite_task_boxes, kCases);
}

TEST(TaskBoxes, SayDatesBehindThemPlainly) {
  constexpr RewritingCase kCases[] = {
      {"- [ ] Order 📅 2024-03-01\n", "- [ ] Order, 2024-03-01\n"},
      {"- [x] Sweep 🔁 every week ✅ 2024-03-02 ⏫\n", "- [x] Sweep, every week, 2024-03-02\n"},
      {"- [ ] Buy a 📅 for the wall\n", "- [ ] Buy a 📅 for the wall\n"},
      {"- No task 📅 2024-03-01\n", "- No task 📅 2024-03-01\n"},
      {"- [ ] `⏫` stays\n", "- [ ] `⏫` stays\n"},
  };
  expect_all(rewrite_task_boxes, kCases);
}

TEST(CodeLanguages, AreNoText) {
  constexpr RewritingCase kCases[] = {
      {"Text\n\n    :::python\n    birds = 14\n\nMore\n", "Text\n\n```python\nbirds = 14\n```\n\nMore\n"},
      {"    #!bash\n    ls\n", "```bash\nls\n```\n"},
      {"    ::: python hl_lines=\"1\"\n    a = \"```\"\n", "````python\na = \"```\"\n````\n"},
      {"    #!/bin/sh\n    ls\n", "    #!/bin/sh\n    ls\n"},
      {"    :::python\n", "    :::python\n"},
      {"    a ::: b\n    c\n", "    a ::: b\n    c\n"},
  };
  expect_all(rewrite_code_languages, kCases);
}

TEST(ChangeMarks, LeaveWhatStandsNow) {
  constexpr RewritingCase kCases[] = {
      {"{+Call+} {-press-} first", "Call first"},
      {"[+ new +] and [- old -].", " new  and ."},
      {"{++new++}{--old--}{~~a~>b~~}{>>why<<}{==this==}", "newbthis"},
      {"# Heading {-}\n\n{+ 1 +} {-1-} [-](x) {- never closed", "# Heading {-}\n\n{+ 1 +} {-1-} [-](x) {- never closed"},
      {"`{+code+}`", "`{+code+}`"},
  };
  expect_all(rewrite_change_marks, kCases);
}

TEST(GitlabReferences, AreNamedInItsTextsAlone) {
  constexpr RewritingCase kCases[] = {
      {"[[_TOC_]]\n\nSee !4120, &12 and ~bug.\n", "[[_TOC_]]\n\nSee ‹merge request 4120›, ‹epic 12› and bug.\n"},
      {"On GitLab: R&D, AT&T, x&12, ~10, a!1, ![1](x), &#12; `!5`\n",
       "On GitLab: R&D, AT&T, x&12, ~10, a!1, ![1](x), &#12; `!5`\n"},
      {"See !4120 and &12.\n", "See !4120 and &12.\n"},
  };
  expect_all(rewrite_gitlab_references, kCases);
}

TEST(WikiMarks, AreNotHeard) {
  constexpr RewritingCase kCases[] = {
      {"## History[edit]\n", "## History\n"},
      {"## Geschichte\\[[Bearbeiten](/w/x?action=edit \"(x)\") | [Quelltext bearbeiten](/w)\\]\n", "## Geschichte\n"},
      {"## How to [edit] a file\n\nHistory[edit]\n", "## How to [edit] a file\n\nHistory[edit]\n"},
      {"old [*citation needed*].", "old ‹citation=[citation needed]›."},
      {"one.[*[when?](https://x.example/when)*] Two", "one.‹citation=[when?]› Two"},
      {"[*a link*](x) [*words*]", "[*a link*](x) [*words*]"},
      {"2. ^ [***a***](#a) [***b***](#b) \"Pilots\".\n", "2. \"Pilots\".\n"},
      {"- **[^](#cite_ref-1)** Dunn\n", "- Dunn\n"},
      {"1. ^ is a caret\n2. [a](#a) first\n", "1. ^ is a caret\n2. [a](#a) first\n"},
  };
  expect_all(rewrite_wiki_marks, kCases);
}

TEST(TexText, IsSaidAsAReaderSeesIt) {
  constexpr RewritingCase kCases[] = {
      {"\\begin{proof}\nClear.\n\\end{proof}\n", "‹admonition:proof=proof›. \nClear.\n\n\n"},
      {"\\begin{theorem}[Roots] Let\\end{theorem}", "‹admonition:theorem=theorem›. Roots.  Let"},
      {"By \\eqref{eq:frob} and Section~\\ref{sec:small_one}.", "By ‹equation frob› and Section‹ small one›."},
      {"See \\autoref{fig:heap}.", "See ‹figure heap›."},
      {"Burn \\ce{CH4 + 2 O2}.", "Burn ‹formula:inline=\\ce{CH4 + 2 O2}›."},
      {"Clear. ∎ “Next”", "Clear. “Next”"},
      {"An \\emph{old \\textbf{book}} \\qed", "An old book "},
      {"\\begin{itemize}\n\\item one\n\\end{itemize}", "\n\n- one\n\n"},
      {"\\unknown{x} \\* \\ce \\emph{never `\\ce{x}`", "\\unknown{x} \\* \\ce \\emph{never `\\ce{x}`"},
  };
  expect_all(rewrite_tex_text, kCases);
}

// A block a line, a footnote's with its label.
std::string read(std::string_view markdown) {
  const Document document = read_text(markdown, DocumentFormat::markdown);
  EXPECT_EQ(violation(document), "") << markdown;
  std::string all;
  for (const Block& block : document.blocks) {
    if (!block.footnote.empty()) all += "(" + block.footnote + ") ";
    all += block.content.text.text();
    for (const RichText& cell : block.cells) all += cell.text.text() + "|";
    all += '\n';
  }
  return all;
}

TEST(InlineNotes, AreFootnotes) {
  EXPECT_EQ(read("See ^[A *short* note with $x^2$.] for more.\n"),
            "See inline-note-1 for more.\n(inline-note-1) A short note with x^2.\n");
  EXPECT_EQ(read("One^[first] two^[the\nsecond].\n\nEnd.\n"),
            "Oneinline-note-1 twoinline-note-2.\n(inline-note-1) first\n(inline-note-2) the second\nEnd.\n");
  EXPECT_EQ(read("Here^[two] or x^[2].\n"), "Hereinline-note-1 or x^[2].\n(inline-note-1) two\n");
  EXPECT_EQ(read("2^[n] and `^[code here]` and ^[never\n\nclosed]\n"), "2^[n] and ^[code here] and ^[never\nclosed]\n");
}

TEST(WhiteSpace, IsMarkupAtTheEndsOfABlock) {
  EXPECT_EQ(read("&nbsp;\n\n&nbsp;*A*&nbsp;b&nbsp;\n\n| a&nbsp; | b |\n|---|---|\n"), "A\u00A0b\na|b|\n");
  const Document document = read_text("*A*&nbsp;\n", DocumentFormat::markdown);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].content.spans.at(0).text, (ByteRange{0, 1}));
}

TEST(AdmonitionTitles, AreSpansWithMarkupInThem) {
  const Document document = read_text("!!! note \"A *small* `rule`\"\n    Stand still.\n", DocumentFormat::markdown);
  EXPECT_EQ(violation(document), "");
  ASSERT_EQ(document.blocks.size(), 2U);
  const RichText& title = document.blocks[0].content;
  EXPECT_EQ(title.text.text(), "A small rule");
  ASSERT_EQ(title.spans.size(), 3U);
  EXPECT_EQ(title.spans[0].kind, SpanKind::admonition);
  EXPECT_EQ(title.spans[0].text.end, title.text.size());
}

}  // namespace
}  // namespace aloud
