#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "document/document_checks.h"

namespace aloud {
namespace {

const std::vector<std::string> kTokens{"*",       "_",      "[",       "]",
                                       "(",       ")",      "!",       "#",
                                       ">",       "-",      "|",       "`",
                                       "&",       ";",      "\\",      "\n",
                                       "a",       "b",      "1",       " ",
                                       "\n\n",    "~~",     "**",      "[a]",
                                       "](b)",    "&amp;",  "&#49;",   "    ",
                                       "|-|-|\n", "|a|b|",  "1. ",     "- ",
                                       "> ",      "```",    "<b>",     "</b>",
                                       "<br>",    "\t",     "é",       "www.a.com",
                                       "a@b.co",  "\n\n# ", "\r\n",    "[a]: b\n",
                                       "---",     "===",    "[^1]",    "\n[^1]: ",
                                       "<!--",    "-->",    "<div>\n", "http://a.b/c",
                                       "\\|",     "![",     "- [x] "};

const std::vector<std::string> kHtmlTokens{"<table>",
                                           "</table>\n",
                                           "<tr>",
                                           "</tr>",
                                           "<td>",
                                           "</td>",
                                           "<th>",
                                           "<td colspan=2>",
                                           "<td rowspan=3 lang=de>",
                                           "<img alt=\"a &amp; b\nc\" src=d>",
                                           "<img alt='",
                                           "'>",
                                           "<p lang=fr>",
                                           "</p>",
                                           "<h2>",
                                           "</h2>",
                                           "<br>",
                                           "\n",
                                           "\n\n",
                                           "a",
                                           "B ",
                                           "&lt;",
                                           "<!-- x -->",
                                           "<li>",
                                           "> ",
                                           "<i lang=it>",
                                           "</i>",
                                           "<script>",
                                           "</script>",
                                           "*",
                                           "|a|\n|-|\n"};

std::string random_markdown(std::mt19937& random, std::size_t size, const std::vector<std::string>& tokens,
                            std::size_t alphabet) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += tokens[random() % alphabet];
  return text;
}

void check_many(std::size_t alphabet, std::size_t tokens, std::size_t allowed_fallbacks) {
  std::mt19937 random(7);
  std::size_t fallbacks = 0;
  for (int round = 0; round < 6000; ++round) {
    const std::string text = random_markdown(random, 1 + random() % tokens, kTokens, alphabet);
    const Document document = read_text(text, DocumentFormat::markdown);
    ASSERT_EQ(violation(document), "") << testing::PrintToString(text);
    for (const Finding& finding : document.findings) {
      if (finding.code != "unaligned-markup" && finding.code != "unplaced-text") continue;
      ++fallbacks;
    }
  }
  EXPECT_LE(fallbacks, allowed_fallbacks);
}

TEST(MarkdownProperty, KeepsEveryLetterOfPunctuationSoup) { check_many(19, 16, 0); }

// What is left are mostly footnotes defined twice and cells without a column, which cmark drops.
TEST(MarkdownProperty, KeepsEveryLetterOfMarkupSoup) { check_many(kTokens.size(), 24, 200); }

TEST(MarkdownProperty, KeepsEveryLetterOfHtmlSoup) {
  std::mt19937 random(11);
  for (int round = 0; round < 6000; ++round) {
    const std::string text = "<table>" + random_markdown(random, 1 + random() % 24, kHtmlTokens, kHtmlTokens.size());
    const Document document = read_text(text, DocumentFormat::markdown);
    ASSERT_EQ(violation(document), "") << testing::PrintToString(text);
    for (const Block& block : document.blocks) {
      const bool row = block.kind == BlockKind::table_row;
      ASSERT_EQ(row, block.table >= 0) << testing::PrintToString(text);
      ASSERT_EQ(row, !block.cells.empty()) << testing::PrintToString(text);
    }
  }
}

TEST(MarkdownProperty, AccountsForTheBarsAroundACellWithoutAColumn) {
  const Document document = read_text("|A|B|\n|-|-|\n|a|b|c|\n", DocumentFormat::markdown);
  std::string silent;
  for (const SilentRange& range : document.silent)
    silent += document.source.text().substr(range.source.begin, range.source.size());
  EXPECT_EQ(std::count(silent.begin(), silent.end(), '|'), 10) << silent;
}

double seconds_for(const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const Document document = read_text(text, DocumentFormat::markdown);
  EXPECT_FALSE(document.source.text().empty());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

TEST(MarkdownProperty, DeepNestingIsHarmless) {
  // Seconds where linear work takes a tenth of one: quadratic work would take minutes.
  for (const char* piece : {">", "[", "*a ", "- ", "![", "`", "<a ", "**a", "(", "&", "_a_", "~a ", "<b lang=de>"}) {
    EXPECT_LT(seconds_for(repeated(piece, 50'000) + "a"), 20.0) << piece;
  }
  EXPECT_EQ(violation(read_text(repeated(">", 100'000) + "a", DocumentFormat::markdown)), "");
}

}  // namespace
}  // namespace aloud
