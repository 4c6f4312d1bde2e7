#include "script/accounting.h"

#include <gtest/gtest.h>

#include <string>

namespace aloud {
namespace {

class Recorder final : public ScriptSink {
 public:
  void say(Utterance /*utterance*/) override {}
  void leave_out(LeftOut one) override {
    text += '[' + std::to_string(one.source.begin) + ".." + std::to_string(one.source.end) + ' ' + one.reason + ']';
  }
  void report(Finding /*finding*/) override {}

  std::string text;
};

std::string unsaid(const AlignedText& written, std::vector<ByteRange> said, std::string_view source) {
  Recorder recorder;
  leave_out_unsaid(written, std::move(said), source, recorder);
  return recorder.text;
}

TEST(Accounting, ReportsNothingForWhatWasSaid) {
  EXPECT_EQ(unsaid(AlignedText::verbatim("one two"), {{4, 7}, {0, 4}}, "one two"), "");
  EXPECT_EQ(unsaid(AlignedText::verbatim("one, — two"), {{0, 3}, {9, 12}}, "one, — two"), "");
}

TEST(Accounting, GroupsWhatIsMissingByReason) {
  const std::string source = "a\x01\x02★x b";
  EXPECT_EQ(unsaid(AlignedText::verbatim(source), {{0, 1}, {8, 9}}, source),
            "[1..3 control character][3..6 symbol without a spoken form][6..7 text without sound]");
}

TEST(Accounting, NamesWhatWasFoldedOutOfARowOfSymbols) {
  EXPECT_EQ(unsaid(AlignedText::verbatim("######"), {{0, 3}}, "######"), "[3..6 repeated symbol]");
  EXPECT_EQ(unsaid(AlignedText::verbatim("=====|"), {{0, 3}}, "=====|"),
            "[3..5 repeated symbol][5..6 symbol without a spoken form]");
  EXPECT_EQ(unsaid(AlignedText::verbatim("a&%"), {{0, 1}}, "a&%"), "[1..3 symbol without a spoken form]");
}

TEST(Accounting, KnowsInvisibleAndStrangeCharacters) {
  EXPECT_EQ(unsaid(AlignedText::verbatim("\u200B"), {}, "\u200B"), "[0..3 invisible character]");
  EXPECT_EQ(unsaid(AlignedText::verbatim("\uE000"), {}, "\uE000"), "[0..3 private use character]");
  EXPECT_EQ(unsaid(AlignedText::verbatim("\u0301"), {}, "\u0301"), "[0..2 surplus combining mark]");
  EXPECT_EQ(unsaid(AlignedText::verbatim("\u0378"), {}, "\u0378"), "[0..2 unassigned character]");
}

TEST(Accounting, RewrittenTextStandsOrFallsAsAWhole) {
  AlignedText text;
  text.append("\u00A0", {0, 6}, Mapping::whole);
  text.append_linear("a", 6);
  EXPECT_EQ(unsaid(text, {{6, 7}}, "&nbsp;a"), "[0..6 character reference without sound]");
  EXPECT_EQ(unsaid(text, {{0, 7}}, "&nbsp;a"), "");
}

TEST(Accounting, AJoinedLineEndIsWhiteSpaceInSourceToo) {
  AlignedText text;
  text.append(" ", {0, 2}, Mapping::whole);
  EXPECT_EQ(unsaid(text, {}, "\r\n"), "");
}

TEST(Accounting, LeavesOutEveryPieceOfAText) {
  AlignedText text = AlignedText::verbatim("ab", 0);
  text.append_linear("cd", 5);
  Recorder recorder;
  leave_out(text, "table skipped", recorder);
  EXPECT_EQ(recorder.text, "[0..2 table skipped][5..7 table skipped]");
}

}  // namespace
}  // namespace aloud
