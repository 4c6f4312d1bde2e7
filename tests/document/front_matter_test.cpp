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
    ASSERT_EQ(document.findings.size(), 1U);
    EXPECT_EQ(document.findings[0].code, "repeated-title");
  }
}

TEST(FrontMatter, TitleIsTheSameWhateverItsPunctuation) {
  const auto findings_for = [](const std::string& title, const std::string& heading) {
    return markdown("---\ntitle: '" + title + "'\n---\n# " + heading + "\n\nText.\n").findings.size();
  };
  EXPECT_EQ(findings_for("Tides: a “short” history", "*Tides*: a \"short\" history."), 1U);
  EXPECT_EQ(findings_for("Ask & tell", "Ask &amp; tell"), 1U);
  EXPECT_EQ(findings_for("C", "C#"), 0U);
  EXPECT_EQ(findings_for("R and B", "R&B"), 0U);
  EXPECT_EQ(findings_for("...", "!!!"), 0U);
}

TEST(FrontMatter, FoldedTitleIsAlignedWordByWord) {
  const Document document = markdown("---\ntitle: >\n  One\n  two\nlang: en\n---\nText.\n");
  EXPECT_EQ(document.front_matter.title, "One two");
  EXPECT_EQ(document.blocks[0].content.text.source_of({4, 7}), (ByteRange{21, 24}));
}

}  // namespace
}  // namespace aloud
