#include "publish/article_html.h"

#include <gtest/gtest.h>

#include "document/document.h"

namespace aloud {
namespace {

// The article without the attributes that all texts have, all of it heard.
std::string shown(const std::string& markdown, bool heard = true) {
  const Document document = parse_article("a.md", markdown);
  ArticleShowing showing;
  showing.heard.assign(1000, heard);
  std::string html = article_html(document, showing, PageLabels("en"));
  for (std::size_t at = 0; (at = html.find(" data-e=\"")) != std::string::npos;)
    html.erase(at, html.find('"', at + 9) + 1 - at);
  for (std::size_t at = 0; (at = html.find(" dir=\"auto\"")) != std::string::npos;) html.erase(at, 11);
  std::erase(html, '\n');
  return html;
}

TEST(ArticleHtml, ShowsWhatIsWritten) {
  struct Case {
    const char *markdown, *html;
  };
  for (const auto& [markdown, html] : {
           Case{"One *two* **three** `x<y`", "<p>One <em>two</em> <strong>three</strong> <code>x&lt;y</code></p>"},
           Case{"A [b](https://c.example/?d&e)",
                "<p>A <a href=\"https://c.example/?d&amp;e\" rel=\"noopener noreferrer\">b</a></p>"},
           Case{"1. a\n2. b\n   - c\n",
                "<ol><li value=\"1\"><span>a</span></li><li value=\"2\"><span>b</span>"
                "<ul><li><span>c</span></li></ul></li></ol>"},
           Case{"> a\n>\n> b\n\nc", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"},
           Case{"- [x] a\n- [ ] b\n",
                "<ul><li><span class=\"task\" role=\"img\" aria-label=\"done\">☑</span><span>a</span></li>"
                "<li><span class=\"task\" role=\"img\" aria-label=\"to do\">☐</span><span>b</span></li></ul>"},
           Case{"| a | b |\n|---|---|\n| c | d |\n",
                "<div class=\"table\" role=\"group\" tabindex=\"0\"><table><tr><th scope=\"col\">a</th><th "
                "scope=\"col\">b</th></tr>"
                "<tr><td>c</td><td>d</td></tr></table></div>"},
           Case{"a\n\n```\nx\n```\n", "<p>a</p><pre tabindex=\"0\">x</pre>"},
           Case{"![a](b.png)",
                "<p><span class=\"picture\"><img src=\"b.png\" alt=\"\" loading=\"lazy\"><span "
                "class=\"caption\">a</span></span></p>"},
       }) {
    EXPECT_EQ(shown(markdown), html) << markdown;
  }
}

TEST(ArticleHtml, TellsWhatIsNotRead) {
  EXPECT_EQ(shown("a", false), "<div class=\"unread\"><span class=\"why\">Not read aloud</span><p>a</p></div>");
}

TEST(ArticleHtml, LetsNothingRun) {
  for (const char* const markdown :
       {"[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](<java\tscript:alert(1)>)", "![a](javascript:alert(1))",
        "[a](data:text/html,x)", "[a](vbscript:x)", "![a](data:image/svg+xml;base64,PHN2Zz4=)",
        "<img src=x onerror=alert(1)> a", "<script>alert(1)</script> a", "<p onclick=\"x()\">a</p>", "a <style>p{}</style> b",
        "<iframe src=\"x\"></iframe> a", "[a](\"onclick=\"x)", "`</script><script>alert(1)</script>`"}) {
    const std::string html = shown(markdown);
    for (const char* const wrong :
         {"<script", "javascript:", "vbscript:", "<iframe", "<style", " onclick=\"", " onerror=", "data:"})
      EXPECT_EQ(html.find(wrong), std::string::npos) << markdown << " → " << html;
  }
}

TEST(Addresses, AreSafeByTheirScheme) {
  for (const char* const safe :
       {"https://a.example", "HTTP://a", "mailto:a@b", "tel:1", "a/b.html", "#c", "?d:e", "/f:g", "", "./h:i"})
    EXPECT_TRUE(is_safe_address(safe)) << safe;
  for (const char* const unsafe :
       {"javascript:x", " javascript:x", "java\nscript:x", "\x01javascript:x", "data:x", "file:///etc", "blob:x", "ab:c"})
    EXPECT_FALSE(is_safe_address(unsafe)) << unsafe;
}

}  // namespace
}  // namespace aloud
