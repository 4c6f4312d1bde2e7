#include <gtest/gtest.h>

#include "document/markdown/rewriting.h"

namespace aloud {
namespace {

// What `rewritten` makes of a document that is one paragraph of all its text, with a span of emphasis over `emphasis`.
Document restored(const RewrittenMarkdown& rewritten, ByteRange emphasis = {}) {
  Document document;
  Block block;
  block.source = {0, rewritten.text().size()};
  block.content.text = AlignedText::verbatim(rewritten.text());
  if (!emphasis.empty()) block.content.spans.push_back({SpanKind::emphasis, emphasis, ""});
  document.blocks.push_back(block);
  rewritten.restore(document);
  return document;
}

TEST(RewrittenMarkdown, StandsForTheBodyUnchangedAtFirst) {
  const RewrittenMarkdown rewritten("title\nbody", 6);
  EXPECT_EQ(rewritten.text(), "body");
  EXPECT_FALSE(rewritten.changed());
  EXPECT_EQ(restored(rewritten).blocks[0].source, (ByteRange{6, 10}));
}

TEST(RewrittenMarkdown, LeavesOutWhatIsRemovedForItsReason) {
  RewrittenMarkdown rewritten("ab{{x}}cd", 0);
  rewritten.apply({{{2, 7}, "", SilentKind::html_comment}});
  EXPECT_EQ(rewritten.text(), "abcd");
  const Document document = restored(rewritten);
  const AlignedText& text = document.blocks[0].content.text;
  EXPECT_EQ(text.text(), "abcd");
  EXPECT_EQ(text.source_pieces(), (std::vector<ByteRange>{{0, 2}, {7, 9}}));
  ASSERT_EQ(document.silent.size(), 1U);
  EXPECT_EQ(document.silent[0].source, (ByteRange{2, 7}));
  EXPECT_EQ(document.silent[0].kind, SilentKind::html_comment);
}

TEST(RewrittenMarkdown, LetsAReplacementStandForAllThatItReplaces) {
  RewrittenMarkdown rewritten("!!! note\n    Text.", 0);
  rewritten.apply({{{0, 8}, "Note."}, {{9, 13}, ""}});
  EXPECT_EQ(rewritten.text(), "Note.\nText.");
  const AlignedText text = restored(rewritten).blocks[0].content.text;
  EXPECT_EQ(text.source_of({0, 5}), (ByteRange{0, 8}));
  EXPECT_EQ(text.source_of({1, 2}), (ByteRange{0, 8}));
  EXPECT_EQ(text.source_of({6, 11}), (ByteRange{13, 18}));
}

TEST(RewrittenMarkdown, GivesInsertedTextNoSource) {
  RewrittenMarkdown rewritten("ab", 0);
  rewritten.apply({{{1, 1}, "---"}});
  EXPECT_EQ(rewritten.text(), "a---b");
  const AlignedText text = restored(rewritten).blocks[0].content.text;
  EXPECT_TRUE(text.source_of({1, 4}).empty());
  EXPECT_EQ(text.source_of({4, 5}), (ByteRange{1, 2}));
}

TEST(RewrittenMarkdown, IsChangedByAnInsertionAlone) {
  RewrittenMarkdown rewritten("ab", 0);
  rewritten.apply({});
  EXPECT_FALSE(rewritten.changed());
  rewritten.apply({{{1, 1}, "\n"}});
  EXPECT_TRUE(rewritten.changed());
}

TEST(RewrittenMarkdown, PutsAtomsWhereTheirPlaceholdersStandAndMovesSpansWithThem) {
  RewrittenMarkdown rewritten("say $x+y$ now", 0);
  rewritten.apply({{{4, 9}, "", SilentKind::markup, Atom{"x+y", SpanKind::code, "inline"}}});
  EXPECT_EQ(rewritten.text().size(), 4U + 3U + 4U);
  const RichText content = restored(rewritten, {4, 11}).blocks[0].content;  // emphasis over "$x+y$ now"
  EXPECT_EQ(content.text.text(), "say x+y now");
  EXPECT_EQ(content.spans, (std::vector<Span>{{SpanKind::emphasis, {4, 11}, ""}, {SpanKind::code, {4, 7}, "inline"}}));
  EXPECT_EQ(content.text.source_of({4, 7}), (ByteRange{4, 9}));
  EXPECT_EQ(content.text.source_of({7, 8}), (ByteRange{9, 10}));
}

TEST(RewrittenMarkdown, KeepsAtomsThroughLaterRewrites) {
  RewrittenMarkdown rewritten("A $x$ B {c} D $y$", 0);
  rewritten.apply({{{2, 5}, "", SilentKind::markup, Atom{"x"}}, {{14, 17}, "", SilentKind::markup, Atom{"y"}}});
  const std::size_t brace = rewritten.text().find('{');
  rewritten.apply({{{brace, brace + 4}, ""}});
  EXPECT_EQ(restored(rewritten).blocks[0].content.text.text(), "A x B D y");
}

TEST(RewrittenMarkdown, KeepsAnAtomInTextThatALaterDialectMoves) {
  RewrittenMarkdown rewritten("!!! $x$ and $y$\n", 0);
  rewritten.apply({{{4, 7}, "", SilentKind::markup, Atom{"ex"}}, {{12, 15}, "", SilentKind::markup, Atom{"why"}}});
  const std::string title = rewritten.text().substr(4, rewritten.text().size() - 5);
  rewritten.apply({{{0, rewritten.text().size() - 1}, "**" + title + "**"}});
  EXPECT_EQ(restored(rewritten).blocks[0].content.text.text(), "**ex and why**\n");
}

TEST(RewrittenMarkdown, LeavesAPlaceholderOfTheAuthorsOwn) {
  RewrittenMarkdown rewritten("a\xEE\x80\x80z$x$", 0);
  rewritten.apply({{{5, 8}, "", SilentKind::markup, Atom{"x"}}});
  EXPECT_EQ(restored(rewritten).blocks[0].content.text.text(), "a\xEE\x80\x80zx");
}

}  // namespace
}  // namespace aloud
