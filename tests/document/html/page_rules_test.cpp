#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "document/document_checks.h"

namespace aloud {
namespace {

const std::string kProse =
    "<p>The lamp was lit at dusk, as it had been every evening for a hundred years, and nobody in the village looked up.</p>"
    "<p>It took the keeper nine minutes to climb the stairs, and a good deal longer to come down again in the dark.</p>"
    "<p>When the machines came he stayed on as a guide, and told the story of the last night to whoever paid for a ticket.</p>";

// The kind that `words` were left out as; "kept" where they are read, "silent" where nobody would hear them.
std::string fate_of(const std::string& words, const std::string& page) {
  const Document document = read_text(page, DocumentFormat::html);
  EXPECT_EQ(violation(document), "") << page;
  for (const Block& block : document.blocks) {
    if (block.content.text.text().find(words) != std::string::npos) return "kept";
    for (const RichText& cell : block.cells)
      if (cell.text.text().find(words) != std::string::npos) return "kept";
  }
  const std::size_t at = page.find(words);
  for (const SilentRange& range : document.silent)
    if (range.source.contains(at)) return is_left_out(range.kind) ? to_string(range.kind) : "silent";
  return "nowhere";
}

struct Case {
  std::string part, fate;
};

// In an article of three paragraphs, before the last.
std::string page_with(const std::string& part) {
  const std::size_t last = kProse.rfind("<p>");
  return "<body><article><h1>The lamp</h1>" + kProse.substr(0, last) + part + kProse.substr(last) + "</article></body>";
}

TEST(PageRules, LeaveOutWhatIsNoArticle) {
  const Case cases[] = {
      {"<nav>WORDS</nav>", "navigation"},
      {"<div role=navigation>WORDS</div>", "navigation"},
      {"<aside><p>WORDS</p></aside>", "sidebar"},
      {"<aside class=admonition><p>WORDS</p></aside>", "kept"},
      {"<div class=related-posts>WORDS</div>", "related articles"},
      {"<div class=relative>WORDS</div>", "kept"},
      {"<div class=share-buttons>WORDS</div>", "sharing"},
      {"<div id=comments>WORDS</div>", "comments"},
      {"<div class=cookie-bar>WORDS</div>", "consent notice"},
      {"<div class=newsletter>WORDS</div>", "subscription"},
      {"<div class=ad-slot>WORDS</div>", "advertisement"},
      {"<p>Read more: WORDS</p>", "related articles"},
      {"<p>He could read more: WORDS</p>", "kept"},
      {"<p>Sign up for WORDS</p>", "subscription"},
      {"<p>Photo: WORDS</p>", "byline"},
      {"<p>Photos: WORDS</p>", "kept"},
      {"<p><a href=x>WORDS</a></p>", "related articles"},
      {"<p><a href=x>WORDS</a> was there in those years, too.</p>", "kept"},
      {"<h2>Related articles</h2><ul><li><a href=x>WORDS</a></ul><h2>The night</h2>", "related articles"},
      {"<h2>Relations</h2><ul><li><a href=x>WORDS</a> and others</ul>", "kept"},
      {"<button>WORDS</button>", "silent"},
      {"<script>WORDS</script>", "silent"},
      {"<p hidden>WORDS</p>", "silent"},
      {"<p>WORDS</p>", "kept"},
  };
  for (const Case& one : cases) EXPECT_EQ(fate_of("WORDS", page_with(one.part)), one.fate) << one.part;
}

TEST(PageRules, FindTheArticleAmongOtherThings) {
  const std::string other = "<div><p>WORDS</p></div>";
  EXPECT_EQ(fate_of("WORDS", "<body>" + other + "<main>" + kProse + "</main></body>"), "outside the article");
  EXPECT_EQ(fate_of("WORDS", "<body>" + other + "<div itemprop=articleBody>" + kProse + "</div></body>"),
            "outside the article");
  EXPECT_EQ(fate_of("WORDS", "<body>" + other + "<div class=entry-content>" + kProse + "</div></body>"), "outside the article");
  EXPECT_EQ(fate_of("WORDS", "<body>" + other + "<div><div>" + kProse + "</div></div></body>"), "outside the article");
}

TEST(PageRules, KeepWhatHoldsMostOfThePageWhateverItIsCalled) {
  EXPECT_EQ(fate_of("keeper", "<body><aside>" + kProse + "</aside></body>"), "kept");
  EXPECT_EQ(fate_of("keeper", "<body><div class=sidebar>" + kProse + "</div></body>"), "kept");
  EXPECT_EQ(fate_of("keeper", "<body class=nav>" + kProse + "</body>"), "kept");
}

TEST(PageRules, TakeCommentsForTheTextOfADiscussionAlone) {
  const std::string comments =
      "<div class=comments><p>WORDS are cheap, said the keeper, and went up to see to the lamp again.</p></div>";
  const auto page = [&](const std::string& address) {
    return "<head><link rel=canonical href='" + address + "'></head><body><h1>The lamp</h1>" + kProse + comments + "</body>";
  };
  EXPECT_EQ(fate_of("WORDS", page("https://a.example/news/lamp")), "comments");
  EXPECT_EQ(fate_of("WORDS", page("https://a.example/forum/lamp")), "kept");
}

TEST(PageRules, SpeakTheTitleOnceAndFirst) {
  const Document document =
      read_text("<title>The lamp - Coast</title><body><p>Harbour</p><h1>The lamp</h1>" + kProse, DocumentFormat::html);
  ASSERT_FALSE(document.blocks.empty());
  EXPECT_EQ(document.blocks.front().kind, BlockKind::title);
  EXPECT_EQ(document.title(), "The lamp");
  EXPECT_EQ(std::count_if(document.blocks.begin(), document.blocks.end(),
                          [](const Block& block) { return block.content.text.text() == "The lamp"; }),
            1);
  const Document untitled = read_text("<title>The long way up the stairs | Coast</title>" + kProse, DocumentFormat::html);
  EXPECT_EQ(untitled.blocks.front().kind, BlockKind::title);
  EXPECT_EQ(untitled.title(), "The long way up the stairs");
}

}  // namespace
}  // namespace aloud
