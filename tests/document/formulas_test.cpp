#include <gtest/gtest.h>

#include "document/document_checks.h"
#include "document/tex_formulas.h"

namespace aloud {
namespace {

// The formulas of a document, each with how it stands: "inline[x] display[y]".
std::string formulas_of(std::string_view text, DocumentFormat format = DocumentFormat::markdown) {
  const Document document = read_text(text, format);
  EXPECT_EQ(violation(document), "") << text;
  std::string formulas;
  const auto add = [&](const RichText& content) {
    for (const Span& span : content.spans) {
      if (span.kind != SpanKind::formula) continue;
      const std::string written(content.text.text(), span.text.begin, span.text.size());
      formulas += (formulas.empty() ? "" : " ") + span.target + "[" + written + "]";
    }
  };
  for (const Block& block : document.blocks) {
    add(block.content);
    for (const RichText& cell : block.cells) add(cell);
  }
  return formulas;
}

struct Case {
  const char* text;
  const char* formulas;
};

TEST(MarkdownFormulas, AreFoundByTheirMarks) {
  const Case cases[] = {
      {"The mass is $m$.", "inline[m]"},
      {"From $a_1 b_1$ to $a_2 b_2$.", "inline[a_1 b_1] inline[a_2 b_2]"},
      {"There are $2(n + 1)$ nodes and $1$ root.", "inline[2(n + 1)] inline[1]"},
      {"The $n$th and the $k$-means.", "inline[n] inline[k]"},
      {"Here $$x^2$$ stands.", "display[x^2]"},
      {"We get\n\n$$\nx = 1\n$$\n\nnow.", "display[\nx = 1\n]"},
      {"> So\n>\n> $$\n> x\n> = 1\n> $$\n", "display[\nx\n= 1\n]"},
      {"- An item:\n\n  $$x = 1$$\n", "display[x = 1]"},
      {"So \\(x = 1\\) and \\[y = 2\\].", "inline[x = 1] display[y = 2]"},
      {"So \\\\(x = 1\\\\).", "inline[x = 1]"},
      {"```math\n\\frac12\n```\n", "display[\\frac12\n]"},
      {"A $`a*b*c`$ of GitLab's.", "inline[a*b*c]"},
      {"\\begin{align}\na &= b\n\\end{align}\n", "display[\\begin{align}\na &= b\n\\end{align}]"},
      {"| a | b |\n|---|---|\n| $|x|$ | 2 |\n", "inline[|x|]"},
      {"In a *word $a*b$ so*.", "inline[a*b]"},
      {"Set ${a}_{b}$ on.", "inline[{a}_{b}]"},
      {"Set $\\{x\\}$ on, costs \\$5.", "inline[\\{x\\}]"},
      {"# The $x$ axis\n", "inline[x]"},
      {"The <math><mi>x</mi></math> of *MathML*.", "inline[<math><mi>x</mi></math>]"},
      {"<math display=\"block\">\n<mi>x</mi>\n</math>\n", "display[<math display=\"block\">\n<mi>x</mi>\n</math>]"},
      {"Liquid $\\frac{{a}}{b}$.", "inline[\\frac{{a}}{b}]"},
  };
  for (const Case& one : cases) EXPECT_EQ(formulas_of(one.text), one.formulas) << one.text;
}

TEST(MarkdownFormulas, AreNotMoneyCodeOrWords) {
  for (const char* text : {"It costs $5 and $10.",
                           "It costs $5–$10, or US$3 to US$4.",
                           "From $5 to $10 a month, A$5, C$6.",
                           "Make $$ fast and more $$ soon.",
                           "Use `$x$` and `$y$` here.",
                           "```\n$x$\n```\n",
                           "    $x$\n",
                           "The shell's $HOME$ and $PATH, $HOME.",
                           "Write ${a}${b} there.",
                           "Set $a=$b or $a/$b.",
                           "A price of $ 5 $ is odd.",
                           "Pay $20 (or $25) now.",
                           "A <math> without an end, <mathx>y</mathx>.",
                           "Escaped \\$x\\$ dollars.",
                           "This \\[sic\\] and \\(that\\) is escaped.",
                           "One $x and\n\nanother y$.",
                           "Say $\"x\"$ so.",
                           "A $$$ sign.",
                           "He has $100M–$200M.",
                           "It was $5 (five) and cost me $6."}) {
    EXPECT_EQ(formulas_of(text), "") << text;
  }
}

TEST(PlainTextFormulas, AreFoundWhereACommandOfTexStands) {
  const auto plain = [](std::string_view text) { return formulas_of(text, DocumentFormat::plain_text); };
  EXPECT_EQ(plain("We set $\\alpha = 0.1$ and $x_i$."), "inline[\\alpha = 0.1] inline[x_i]");
  EXPECT_EQ(plain("We set $x$ to $y$."), "");
  EXPECT_EQ(plain("It costs $5 and $10."), "");
  EXPECT_EQ(plain("See $\\theta$ at http://a.example/$x$ now."), "inline[\\theta] inline[x]");
}

TEST(MarkdownFormulas, TakeLinearTimeHoweverManyMarksOpen) {
  for (const char* piece : {"$x ", "$$x ", "\\(x ", "\\begin{align}x ", "$`x ", "$", "\\[x=", "$x$ "}) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += piece;
    read_text(text, DocumentFormat::markdown);
  }
}

}  // namespace
}  // namespace aloud
