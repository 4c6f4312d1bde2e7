#include "script/foreign_passages.h"

#include <gtest/gtest.h>

#include "script/document_builder.h"
#include "script/script.h"

namespace aloud {
namespace {

using test::DocumentBuilder;

constexpr const char* kProfile = R"(
language = "en"
[languages.de]
engine_voice = "gmw/de"
[languages.fr]
engine_voice = "roa/fr"
)";

std::string said(const Document& document, const std::string& profile = kProfile) {
  return describe(compose(document, {parse_voice_profile(profile, "p.toml"), {}}));
}

TEST(ForeignPassages, ASentenceIsSaidInItsLanguage) {
  EXPECT_EQ(said(test::paragraph("We waited. Das war natürlich nicht so gemeint. Then we left.")),
            "say[We waited.] pause[350ms] say@de[Das war natürlich nicht so gemeint.] pause[350ms] say[Then we left.] "
            "pause[500ms]\n");
}

TEST(ForeignPassages, AQuotationIsSaidInItsLanguageWithItsMarks) {
  EXPECT_EQ(said(test::paragraph("The sign read: \"Bitte nicht auf den Rasen treten.\" We did not.")),
            "say[The sign read:] say@de[\"Bitte nicht auf den Rasen treten.\"] pause[350ms] say[We did not.] pause[500ms]\n");
  EXPECT_EQ(said(test::paragraph("He said “Je ne sais pas ce que vous voulez dire.” and left.")),
            "say[He said] say@fr[\"Je ne sais pas ce que vous voulez dire.\"] say[and left.] pause[500ms]\n");
}

TEST(ForeignPassages, AParagraphIsSplitByItsOwnRules) {
  EXPECT_EQ(
      said(test::paragraph("Es war am 3. Oktober, d. h. im Herbst. Niemand kam, und wir gingen nach Hause.")),
      "say@de[Es war am dritten Oktober, das heißt im Herbst.] pause[350ms] say@de[Niemand kam, und wir gingen nach Hause.] "
      "pause[500ms]\n");
}

TEST(ForeignPassages, TitlesAndNamesStay) {
  const std::string text = "She read \"Die Leiden des jungen Werthers\" in Baden-Baden, and La vie est belle was on.";
  EXPECT_EQ(said(test::paragraph(text)), "say[" + text + "] pause[500ms]\n");
}

TEST(ForeignPassages, ATitleDoesNotTurnTheSentence) {
  const std::string text = "Kirk, \"À la recherche de ce que nous ne savons pas\", 1967.";
  EXPECT_EQ(said(test::paragraph(text)).find('@'), said(test::paragraph(text)).find("@fr[\"À"));  // it alone, if anything
}

TEST(ForeignPassages, WithoutAVoiceNothingChanges) {
  const Script script = compose(test::paragraph("We waited. Это было очень давно, и никто не помнит. So it was."),
                                {parse_voice_profile(kProfile, "p.toml"), {}});
  EXPECT_EQ(describe(script).find('@'), std::string::npos);
  EXPECT_TRUE(script.findings.empty());
}

TEST(ForeignPassages, TheProfileMayAskForDeclaredOnesAlone) {
  const std::string profile = "foreign_passages = \"declared\"\n" + std::string(kProfile);
  EXPECT_EQ(said(test::paragraph("Das war natürlich nicht so gemeint. {fr:Bonjour} to you."), profile),
            "say[Das war natürlich nicht so gemeint.] pause[350ms] say@fr[Bonjour] say[to you.] pause[500ms]\n");
}

TEST(ForeignPassages, WhatIsDeclaredIsLeftAlone) {
  EXPECT_EQ(said(test::paragraph("{fr:Das war natürlich nicht so gemeint.} Was it?")),
            "say@fr[Das war natürlich nicht so gemeint.] pause[350ms] say[Was it?] pause[500ms]\n");
}

TEST(ForeignPassages, NestWithEmphasis) {
  EXPECT_EQ(said(test::paragraph("So *it was. Das war natürlich* nicht so gemeint. Yes.")),
            "say[So it was.] pause[350ms] say@de[Das war natürlich nicht so gemeint.] pause[350ms] say[Yes.] pause[500ms]\n");
}

TEST(ForeignPassages, SpansStayOrderedAndNested) {
  const ForeignPassages passages("en", [](const std::string&) { return true; });
  const Document document =
      test::paragraph("So *it was. Das war natürlich* nicht so *gemeint*. Yes. \"Ich *weiß nicht, was das* ist,\" he said.");
  const Block marked = with_passages(document.blocks.front(), passages.find(document.blocks.front()));
  EXPECT_GT(marked.content.spans.size(), document.blocks.front().content.spans.size());
  for (std::size_t i = 0; i < marked.content.spans.size(); ++i) {
    const ByteRange one = marked.content.spans[i].text;
    for (std::size_t k = i + 1; k < marked.content.spans.size(); ++k) {
      const ByteRange other = marked.content.spans[k].text;
      EXPECT_LE(one.begin, other.begin);
      EXPECT_TRUE(other.begin >= one.end || other.end <= one.end) << i << ' ' << k;
    }
  }
}

TEST(ForeignPassages, ListsTheLanguagesOfAnArticleOnce) {
  DocumentBuilder builder;
  builder.paragraph("Das war natürlich nicht so gemeint. So it was. Ich weiß nicht, was das bedeuten soll.");
  builder.paragraph("Je ne sais pas ce que vous voulez dire, et vous ne savez pas ce que je veux.");
  EXPECT_EQ(foreign_languages(find_passages(builder.build(), "en", [](const std::string&) { return true; })),
            (std::vector<std::string>{"de", "fr"}));
}

}  // namespace
}  // namespace aloud
