#include <gtest/gtest.h>

#include "script/document_builder.h"
#include "script/script.h"

namespace aloud {
namespace {

using test::DocumentBuilder;

VoiceProfile plain_profile() { return parse_voice_profile("", "plain.toml"); }

std::string described(DocumentBuilder& builder, const VoiceProfile& profile = plain_profile()) {
  return describe(compose(builder.build(), {profile, {}}));
}

TEST(Compose, SaysSentencesWithPausesBetween) {
  DocumentBuilder builder;
  builder.paragraph("The tide came in. Why? Nobody knew.");
  EXPECT_EQ(described(builder), "say[The tide came in.] pause[350ms] say[Why?] pause[350ms] say[Nobody knew.] pause[500ms]\n");
}

TEST(Compose, AnEmptyArticleIsNoSpeechAndNoSilence) {
  DocumentBuilder builder;
  EXPECT_EQ(described(builder), "");
  builder.paragraph("***");
  builder.add(BlockKind::thematic_break);
  const Script script = compose(builder.build(), {plain_profile(), {}});
  EXPECT_TRUE(script.utterances.empty());
  EXPECT_TRUE(script.left_out.empty());
  EXPECT_EQ(script.tail_pause.count(), 0);
}

// eSpeak NG ends on the same tune with and without a full stop (equal samples), so headings are said as they are.
TEST(Compose, HeadingsStandApart) {
  DocumentBuilder builder;
  builder.add(BlockKind::title, "The Tide Clock");
  builder.heading("Morning");
  builder.paragraph("It rose.");
  builder.paragraph("It fell.");
  builder.heading("Evening");
  EXPECT_EQ(described(builder),
            "say:heading[The Tide Clock]\n"
            "pause[1200ms] say:heading[Morning]\n"
            "pause[800ms] say[It rose.]\n"
            "pause[700ms] say[It fell.]\n"
            "pause[1200ms] say:heading[Evening] pause[500ms]\n");
}

TEST(Compose, HeadingPausesMayBeShorterThanParagraphs) {
  DocumentBuilder builder;
  builder.heading("Morning");
  builder.paragraph("It rose.");
  VoiceProfile profile = plain_profile();
  profile.pauses.heading_after = std::chrono::milliseconds(100);
  EXPECT_EQ(described(builder, profile), "say:heading[Morning]\npause[100ms] say[It rose.] pause[500ms]\n");
}

TEST(Compose, ListItemsComeOneByOneWithTheirNumbers) {
  DocumentBuilder builder;
  builder.paragraph("Do this:");
  builder.item(1, "Wash the rice. Twice.");
  builder.item(2, "Wait.");
  builder.item(0, "Serve.");
  const Script script = compose(builder.build(), {plain_profile(), {}});
  EXPECT_EQ(describe(script),
            "say[Do this:]\n"
            "pause[700ms] say[one] pause[60ms] say[Wash the rice.] pause[350ms] say[Twice.]\n"
            "pause[450ms] say[two] pause[60ms] say[Wait.]\n"
            "pause[450ms] say[Serve.] pause[500ms]\n");
  EXPECT_EQ(script.utterances[1].words[0].source, (ByteRange{10, 12}));  // the marker "1."
  EXPECT_EQ(script.utterances[1].sentence, script.utterances[2].sentence);
  EXPECT_NE(script.utterances[2].sentence, script.utterances[3].sentence);
}

TEST(Compose, QuotesHavePausesAroundThem) {
  DocumentBuilder builder;
  builder.paragraph("She said:");
  builder.paragraph("No.").quote_depth = 1;
  builder.paragraph("Never.").quote_depth = 1;
  builder.paragraph("Then she left.");
  EXPECT_EQ(described(builder),
            "say[She said:]\npause[800ms] say:quote[No.]\npause[700ms] say:quote[Never.]\n"
            "pause[800ms] say[Then she left.] pause[500ms]\n");
}

TEST(Compose, AThematicBreakIsALongSilence) {
  DocumentBuilder builder;
  builder.paragraph("One.");
  builder.add(BlockKind::thematic_break);
  builder.paragraph("Two.");
  EXPECT_EQ(described(builder), "say[One.]\npause[1500ms] say[Two.] pause[500ms]\n");
}

TEST(Compose, TablesNameTheColumnBeforeEachCell) {
  DocumentBuilder builder;
  builder.row(0, true, {"Year", "City", "Note"});
  builder.row(0, false, {"2020", "Oslo", ""});
  builder.row(0, false, {"2021", "—", ""});
  const Script script = compose(builder.build(), {plain_profile(), {}});
  EXPECT_EQ(describe(script),
            "say:table[Year: twenty twenty] pause[300ms] say:table[City: Oslo]\n"
            "pause[500ms] say:table[Year: twenty twenty one] pause[500ms]\n"
            "leave_out[16..20 name of an empty column]\n");
  EXPECT_EQ(script.utterances[0].words[0].source, (ByteRange{2, 6}));
  EXPECT_TRUE(script.utterances[2].words[0].source.empty());  // a name that is repeated is nobody's text
}

TEST(Compose, ATableOfNamesAloneIsSaid) {
  DocumentBuilder builder;
  builder.row(0, true, {"Year", "*", "City"});
  EXPECT_EQ(described(builder), "say:table[Year] pause[300ms] say:table[City] pause[500ms]\n");
}

TEST(Compose, TablesWithoutHeaderAndTablesSideBySide) {
  DocumentBuilder builder;
  builder.row(0, false, {"a", "b"});
  builder.row(1, true, {"Key?"});
  builder.row(1, false, {"Cat", "d"});
  EXPECT_EQ(described(builder),
            "say:table[a] pause[300ms] say:table[b]\n"
            "pause[700ms] say:table[Key?] pause[350ms] say:table[Cat] pause[300ms] say:table[d] pause[500ms]\n");
}

TEST(Compose, FootnotesAreReadAtTheEndAndAnnounced) {
  DocumentBuilder builder;
  builder.paragraph("One^(1) two^(smith).");
  builder.paragraph("First note.").footnote = "1";
  builder.paragraph("More of it.").footnote = "1";
  builder.paragraph("Second note.").footnote = "smith";
  builder.paragraph("The end.");
  EXPECT_EQ(described(builder),
            "say[One two.]\n"
            "pause[700ms] say[The end.]\n"
            "pause[700ms] say:footnote[Note one.] pause[350ms] say:footnote[First note.]\n"
            "pause[700ms] say:footnote[More of it.]\n"
            "pause[700ms] say:footnote[Note two.] pause[350ms] say:footnote[Second note.] pause[500ms]\n"
            "leave_out[5..6 footnote reference]\n"
            "leave_out[13..18 footnote reference]\n");
}

TEST(Compose, LongSentencesAreSaidInBreaths) {
  DocumentBuilder builder;
  std::string sentence;
  for (int i = 0; i < 20; ++i) sentence += "extraordinarily turbulent waters, ";
  builder.paragraph(sentence + "and fell.");
  const Script script = compose(builder.build(), {plain_profile(), {}});
  ASSERT_EQ(script.utterances.size(), 2U);
  EXPECT_EQ(script.utterances[0].sentence, script.utterances[1].sentence);
  EXPECT_EQ(script.utterances[1].pause_before.count(), 60);
  EXPECT_EQ(script.utterances[0].text.text() + ' ' + script.utterances[1].text.text(), sentence + "and fell.");
}

TEST(Compose, StartAndEndSilencesAreTheProfiles) {
  VoiceProfile profile = plain_profile();
  profile.pauses.start = std::chrono::milliseconds(250);
  profile.pauses.end = std::chrono::milliseconds(0);
  DocumentBuilder builder;
  builder.add(BlockKind::thematic_break);
  builder.paragraph("One.");
  EXPECT_EQ(described(builder, profile), "pause[250ms] say[One.]\n");
}

TEST(Compose, WordsPointAtWhatWasWritten) {
  const Script script = compose(test::paragraph("a *bold* step"), {plain_profile(), {}});
  ASSERT_EQ(script.utterances.size(), 1U);
  const std::vector<Word>& words = script.utterances[0].words;
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[1].spoken, (ByteRange{2, 6}));
  EXPECT_EQ(words[1].source, (ByteRange{3, 7}));
}

TEST(Compose, SilentSymbolsAndControlCharactersAreReported) {
  DocumentBuilder builder;
  builder.paragraph("One ★ two\x02.");
  builder.paragraph("★ ★");
  builder.paragraph("&nbsp;");
  VoiceProfile profile = plain_profile();
  profile.language = "nl";  // English says symbols by name
  EXPECT_EQ(described(builder, profile),
            "say[One two.] pause[500ms]\n"
            "leave_out[4..7 symbol without a spoken form]\n"
            "leave_out[11..12 control character]\n"
            "leave_out[15..18 symbol without a spoken form]\n"
            "leave_out[19..22 symbol without a spoken form]\n"
            "leave_out[24..30 character reference without sound]\n");
}

}  // namespace
}  // namespace aloud
