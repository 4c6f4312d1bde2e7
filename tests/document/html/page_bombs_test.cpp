#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "document/document_checks.h"
#include "document/html/nesting.h"

namespace aloud {
namespace {

std::string repeated(const std::string& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

bool reports_nesting(const Document& document) {
  return std::any_of(document.findings.begin(), document.findings.end(),
                     [](const Finding& finding) { return finding.code == "deep-nesting"; });
}

std::string numbered(const char* before, const char* after, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += before + std::to_string(i) + after;
  return result;
}

TEST(PageBombs, AreReadInTimeAndReported) {
  const std::size_t many = 20'000;
  const std::string bombs[] = {
      repeated("<div>", many) + "Deep.",
      repeated("<b><i>", many) + "Deep.",
      numbered("<b class=c", "><p>x", many) + "Deep.",
      numbered("<div><font size=", "></div>", many) + "Deep.",
      "<p " + numbered("a", " ", many) + ">Deep.",
      numbered("<html a", "=1>", many) + "Deep.",
      repeated("<table><tr><td>", many) + "Deep.",
      "<svg>" + repeated("<g>", many) + "</svg><p>Deep.",
  };
  for (const std::string& bomb : bombs) {
    const Document document = read_text("<p>Before.</p>" + bomb, DocumentFormat::html);
    EXPECT_TRUE(reports_nesting(document)) << bomb.substr(0, 40);
    EXPECT_EQ(violation(document), "") << bomb.substr(0, 40);
  }
}

TEST(PageBombs, AreNotSeenInWhatOnlyRepeats) {
  const std::size_t many = 20'000;
  for (const std::string& part : {std::string("<p>one"), std::string("<li>one"), std::string("<br>"), std::string("<b>x</b>"),
                                  std::string("<div>x</div>"), std::string("<dd>x"), std::string("<img src=x>"),
                                  std::string("<!-- x -->"), std::string("&amp;"), std::string("<a href=x>y</a>")}) {
    const Document document = read_text("<p>Before.</p>" + repeated(part, many), DocumentFormat::html);
    EXPECT_FALSE(reports_nesting(document)) << part;
  }
  EXPECT_FALSE(reports_nesting(read_text("<table>" + repeated("<tr><td>x<td>y", many), DocumentFormat::html)));
}

TEST(BoundNesting, BlanksTagsBeyondTheDeepestAndKeepsTheRestInPlace) {
  const std::string page = repeated("<div>", kDeepest + 2) + "text";
  const BoundedPage bounded = bound_nesting(page);
  EXPECT_EQ(bounded.blanked.size(), 2U);
  EXPECT_EQ(bounded.deepest, kDeepest);
  EXPECT_EQ(bounded.text.size(), page.size());
  EXPECT_EQ(bounded.text.substr(page.size() - 4), "text");
  EXPECT_TRUE(bound_nesting(repeated("<div>", kDeepest) + "text").text.empty());
}

TEST(BoundNesting, TakesNoTagInScriptsAndCommentsForOne) {
  const std::string tags = repeated("<div>", kDeepest + 2);
  EXPECT_TRUE(bound_nesting("<script>" + tags + "</script>").text.empty());
  EXPECT_TRUE(bound_nesting("<!--" + tags + "-->").text.empty());
  EXPECT_TRUE(bound_nesting("<a title=\"" + tags + "\">").text.empty());
  EXPECT_FALSE(bound_nesting("<a title=\"\">" + tags).text.empty());
}

}  // namespace
}  // namespace aloud
