#include "document/front_matter.h"

#include <gtest/gtest.h>

#include "document/document_checks.h"

namespace aloud {
namespace {

Document markdown(std::string_view text) {
  Document document = read_text(text, DocumentFormat::markdown);
  EXPECT_EQ(violation(document), "");
  return document;
}

TEST(FrontMatter, IsReadFromHeaderLines) {
  const Document document = markdown("Title: Salt\nDate: 2019-12-03\nTags: a,\n  b\nStatus: draft\n\nText.\n");
  EXPECT_EQ(document.front_matter.title, "Salt");
  EXPECT_EQ(document.front_matter.date, "2019-12-03");
  EXPECT_EQ(document.front_matter.draft, "true");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].content.text.text(), "Text.");
  // No title, a line that is none, nothing behind.
  for (const char* text :
       {"Date: 2019\nTags: a\n\nText.\n", "Title: Salt\nand roads\n\nText.\n", "Title: Salt\n", "Title:\n\nText.\n"}) {
    EXPECT_EQ(markdown(text).front_matter.syntax, FrontMatter::Syntax::none) << text;
  }
}

TEST(FrontMatter, NeedsNoOpeningLineInHexo) {
  const Document document = markdown("title: Salt\ndate: 2019-12-03 10:00:00\ntags: [a, b]\n---\nText.\n");
  EXPECT_EQ(document.front_matter.title, "Salt");
  EXPECT_EQ(document.front_matter.date, "2019-12-03 10:00:00");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].content.text.text(), "Text.");
  // No title, a line that is none, a blank one, nothing behind; headings that are underlined.
  for (const char* text : {"date: 2019\n---\nText.\n", "title: Salt\nand roads\n---\nText.\n", "title: Salt\n---\n",
                           "Salt: roads\n---\nText.\n", "Title of it: roads\n---\nText.\n"}) {
    EXPECT_EQ(markdown(text).front_matter.syntax, FrontMatter::Syntax::none) << text;
  }
}

TEST(FrontMatter, ReadsYaml) {
  const Document document = markdown(
      "---\ntitle: \"A: b\"\nauthors: [Ann, {name: Bo}]\ndate: 2021-11-03\nlang: de\nvoice: anna\ntags: [x]\n---\nText.\n");
  EXPECT_EQ(document.front_matter.title, "A: b");
  EXPECT_EQ(document.front_matter.author, "Ann, Bo");
  EXPECT_EQ(document.front_matter.date, "2021-11-03");
  EXPECT_EQ(document.front_matter.language, "de");
  EXPECT_EQ(document.front_matter.voice, "anna");
  EXPECT_EQ(document.front_matter.unknown_keys, std::vector<std::string>{"tags"});
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::title);
  EXPECT_EQ(document.blocks[0].source, (ByteRange{12, 16}));
}

TEST(FrontMatter, ReadsToml) {
  const Document document =
      markdown("+++\r\ntitle = \"Grüße\"\r\ndate = 2021-11-03\r\nauthors = [\"A\", \"B\"]\r\n+++\r\nText.\r\n");
  EXPECT_EQ(document.front_matter.title, "Grüße");
  EXPECT_EQ(document.front_matter.date, "2021-11-03");
  EXPECT_EQ(document.front_matter.author, "A, B");
  EXPECT_EQ(document.blocks.front().content.text.source_of({0, 7}), (ByteRange{14, 21}));
}

TEST(FrontMatter, ReadsJson) {
  const Document document = markdown(
      "{\n  \"title\": \"Grüße {\",\n  \"slug\": \"\\\"\\u00e9\\\"\",\n  \"Authors\": [\"A\", {\"name\": \"B\"}],\n  \"year\": "
      "2021, \"date\": "
      "\"2021-11-03\",\n"
      "  \"draft\": true\n}\nText.\n");
  EXPECT_EQ(document.front_matter.title, "Grüße {");
  EXPECT_EQ(document.front_matter.slug, "\"é\"");
  EXPECT_EQ(document.front_matter.author, "A, B");
  EXPECT_EQ(document.front_matter.date, "2021-11-03");
  EXPECT_EQ(document.front_matter.draft, "true");
  EXPECT_EQ(document.front_matter.unknown_keys, std::vector<std::string>{"year"});
  EXPECT_EQ(document.blocks.front().content.text.source_of({0, 7}), (ByteRange{14, 21}));
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].content.text.text(), "Text.");
}

TEST(FrontMatter, KnowsKeysWhateverTheirCase) {
  const Document document = markdown("---\nTitle: A\nLANG: de\nDraft: true\nOther: x\n---\nText.\n");
  EXPECT_EQ(document.title(), "A");
  EXPECT_EQ(document.front_matter.language, "de");
  EXPECT_EQ(document.front_matter.draft, "true");
  EXPECT_EQ(document.front_matter.unknown_keys, std::vector<std::string>{"Other"});
}

TEST(FrontMatter, ReportsWhatIsBrokenAndKeepsItSilent) {
  for (const char* text : {"---\ntitle: [x\nlang: en\n---\nText.\n", "+++\ntitle = \n+++\nText.\n", "{\"a\": }\nText.\n",
                           "{\"title\": 1e999}\nText.\n", "---\nlang: en\nLang: de\n---\nText.\n"}) {
    const Document document = markdown(text);
    ASSERT_EQ(document.findings.size(), 1U) << text;
    EXPECT_EQ(document.findings[0].code, "front-matter");
    EXPECT_NE(document.findings[0].message.find("line "), std::string::npos);
    ASSERT_EQ(document.blocks.size(), 1U);
    EXPECT_EQ(document.blocks[0].content.text.text(), "Text.");
  }
}

TEST(FrontMatter, IsNotAThematicBreak) {
  for (const char* text : {"---\n\nSome words.\n\n---\n", "---\nnote: x\n", "---\nplain words\n---\n"}) {
    EXPECT_FALSE(read_front_matter(text).has_value()) << text;
  }
}

TEST(FrontMatter, ThatIsNotClosedIsReportedAndRead) {
  for (const char* text : {"---\ntitle: x\n\nText.\n", "+++\r\ntitle = 'x'\r\n\r\nText.\r\n"}) {
    const Document document = markdown(text);
    ASSERT_EQ(document.findings.size(), 1U) << text;
    EXPECT_EQ(document.findings[0].message,
              "line 1: no line \"" + std::string(text, 3) + "\" closes the front matter; read as part of the text");
    EXPECT_EQ(document.front_matter.syntax, FrontMatter::Syntax::none);
    EXPECT_EQ(document.blocks.back().content.text.text(), "Text.");
  }
}

TEST(FrontMatter, RefusesHostileNesting) {
  std::string dots = "a";
  for (int i = 0; i < 20'000; ++i) dots += ".a";
  for (const std::string& deep : {"---\na: " + std::string(40'000, '[') + "\n---\nText.\n", "+++\n[" + dots + "]\n+++\nText.\n",
                                  "+++\n" + dots + " = 1\n+++\nText.\n"}) {
    const Document document = markdown(deep);
    ASSERT_EQ(document.findings.size(), 1U);
    EXPECT_NE(document.findings[0].message.find("nested too deep"), std::string::npos);
  }
}

TEST(FrontMatter, TitleThatStandsAgainIsSpokenOnce) {
  for (const DocumentFormat format : {DocumentFormat::markdown, DocumentFormat::plain_text}) {
    const Document document = read_text("---\ntitle: The  Title\n---\n\nTHE title\n===\n\nText.\n", format);
    EXPECT_EQ(violation(document), "");
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.blocks[0].kind, BlockKind::title);
    EXPECT_TRUE(document.findings.empty());  // it is the rule
    ASSERT_FALSE(document.silent.empty());
    EXPECT_EQ(document.silent.back().kind, SilentKind::repeated_title);
  }
}

TEST(FrontMatter, TitleIsTheSameWhateverItsPunctuation) {
  const auto says_twice = [](const std::string& title, const std::string& heading) {
    return markdown("---\ntitle: '" + title + "'\n---\n# " + heading + "\n\nText.\n").blocks.size() == 3;
  };
  EXPECT_FALSE(says_twice("Tides: a “short” history", "*Tides*: a \"short\" history."));
  EXPECT_FALSE(says_twice("Ask & tell", "Ask &amp; tell"));
  EXPECT_FALSE(says_twice("Ask &amp; tell", "Ask & tell"));
  EXPECT_FALSE(says_twice("Why <em>we</em> row", "Why we row"));
  EXPECT_FALSE(says_twice("Why we row", "Why `we` **row**"));
  EXPECT_TRUE(says_twice("C", "C#"));
  EXPECT_TRUE(says_twice("R and B", "R&B"));
  EXPECT_TRUE(says_twice("...", "!!!"));
}

TEST(FrontMatter, TitleIsReadAsALineOfMarkdown) {
  const std::pair<const char*, const char*> titles[] = {
      {"Bread &amp; butter", "Bread & butter"},
      {"A <em>long</em> walk", "A long walk"},
      {"Why *we* use `row --fast`", "Why we use row --fast"},
      {"Two\\_words", "Two_words"},
      {"[Ropes](https://a.example) again", "Ropes again"},
      // What is no markup stays.
      {"List<T> in <Harbour>", "List<T> in <Harbour>"},
      {"Learning C #", "Learning C #"},
      {"C#", "C#"},
      {"- 5 * 3 = 15", "- 5 * 3 = 15"},
      {"1984. A year", "1984. A year"},
      {"# of boats", "# of boats"},
      {"snake_case_names", "snake_case_names"},
      {"AT&T and R&D", "AT&T and R&D"},
      {"<!-- -->", "<!-- -->"},
  };
  for (const auto& [written, read] : titles) {
    const Document document = markdown("---\ntitle: '" + std::string(written) + "'\n---\n\nText.\n");
    ASSERT_EQ(violation(document), "") << written;
    EXPECT_EQ(document.blocks.front().content.text.text(), read);
    EXPECT_EQ(document.title(), read);
  }
  EXPECT_EQ(read_text("---\ntitle: 'A *b*'\n---\n\nText.\n", DocumentFormat::plain_text).title(), "A *b*");
}

TEST(FrontMatter, FoldedTitleIsAlignedWordByWord) {
  const Document document = markdown("---\ntitle: >\n  One\n  two\nlang: en\n---\nText.\n");
  EXPECT_EQ(document.front_matter.title, "One two");
  EXPECT_EQ(document.blocks[0].content.text.source_of({4, 7}), (ByteRange{21, 24}));
}

}  // namespace
}  // namespace aloud
