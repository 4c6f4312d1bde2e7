#include "util/aligned_text.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

using Ranges = std::vector<ByteRange>;

// Source: "a **b** &amp; c"; text: "a b & c".
AlignedText sample() {
  AlignedText text;
  text.append_linear("a ", 0);
  text.append_linear("b", 4);
  text.append_linear(" ", 7);
  text.append("&", {8, 13}, Mapping::whole);
  text.append_linear(" c", 13);
  return text;
}

TEST(AlignedText, MergesRunsThatContinueEachOther) {
  AlignedText text = AlignedText::verbatim("one ");
  text.append_linear("two", 4);
  EXPECT_EQ(text.text(), "one two");
  EXPECT_EQ(text.runs().size(), 1U);
}

TEST(AlignedText, PointsAtTheSourceOfAnyPart) {
  const AlignedText text = sample();
  EXPECT_EQ(text.text(), "a b & c");
  EXPECT_EQ(text.source_of({2, 3}), (ByteRange{4, 5}));
  EXPECT_EQ(text.source_of({4, 5}), (ByteRange{8, 13}));
  EXPECT_EQ(text.source_of({0, 7}), (ByteRange{0, 15}));
}

TEST(AlignedText, LeavesMarkupOutOfThePieces) {
  EXPECT_EQ(sample().source_pieces(), (Ranges{{0, 2}, {4, 5}, {7, 15}}));
  EXPECT_EQ(sample().source_pieces({1, 3}), (Ranges{{1, 2}, {4, 5}}));
}

TEST(AlignedText, SlicesKeepTheirAlignment) {
  const AlignedText part = sample().slice({2, 7});
  EXPECT_EQ(part.text(), "b & c");
  EXPECT_EQ(part.source_of({0, 1}), (ByteRange{4, 5}));
  EXPECT_EQ(part.source_of({2, 3}), (ByteRange{8, 13}));
  EXPECT_EQ(part.source_of({4, 5}), (ByteRange{14, 15}));
}

TEST(AlignedText, CuttingARewrittenRunKeepsItsWholeSource) {
  AlignedText text;
  text.append("five dollars", {10, 12}, Mapping::whole);
  EXPECT_EQ(text.slice({0, 4}).source_of({0, 4}), (ByteRange{10, 12}));
  EXPECT_EQ(text.slice({5, 12}).source_of({0, 7}), (ByteRange{10, 12}));
}

TEST(AlignedText, KeepsTheRuleOfEachRunWhenCutAndJoined) {
  AlignedText text = AlignedText::verbatim("it cost ");
  text.append("five dollars", {8, 10}, Mapping::whole, "money");
  text.append_linear(" in all", 10);
  AlignedText joined = text.slice({3, 12});
  joined.append(text.slice({12, text.size()}));
  EXPECT_EQ(joined.text(), "cost five dollars in all");
  EXPECT_EQ(joined.rule_of({0, 5}), "");
  EXPECT_EQ(joined.rule_of({0, 6}), "money");
  EXPECT_EQ(joined.rule_of({10, 17}), "money");
  EXPECT_EQ(joined.rule_of({17, 24}), "");
}

TEST(AlignedText, NamesTheRuleOfAPartWithoutChangingIt) {
  AlignedText text = AlignedText::verbatim("they read it", 5);
  text.name_rule({5, 9}, "heteronym/past");
  EXPECT_EQ(text.text(), "they read it");
  EXPECT_EQ(text.rule_of({0, 5}), "");
  EXPECT_EQ(text.rule_of({5, 9}), "heteronym/past");
  EXPECT_EQ(text.rule_of({9, 12}), "");
  EXPECT_EQ(text.source_of({5, 9}), (ByteRange{10, 14}));
  EXPECT_EQ(text.source_pieces(), (Ranges{{5, 17}}));
}

TEST(AlignedText, InsertedTextHasNoSource) {
  AlignedText text = AlignedText::verbatim("cat", 5);
  text.append_inserted(" image");
  EXPECT_EQ(text.text(), "cat image");
  EXPECT_EQ(text.source_pieces(), (Ranges{{5, 8}}));
  EXPECT_TRUE(text.source_of({3, 9}).empty());
}

TEST(AlignedText, EverySliceEqualsTheSameSliceOfTheText) {
  const AlignedText text = sample();
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    for (std::size_t end = begin; end <= text.size(); ++end) {
      const AlignedText part = text.slice({begin, end});
      EXPECT_EQ(part.text(), text.text().substr(begin, end - begin));
      EXPECT_EQ(part.source_pieces(), text.source_pieces({begin, end}));
    }
  }
}

}  // namespace
}  // namespace aloud
