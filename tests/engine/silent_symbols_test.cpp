#include "engine/silent_symbols.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(SilentSymbols, KnowsWhatTheEngineSays) {
  for (const char32_t spoken : {U'a', U'7', U'.', U'—', U'%', U'€', U'$', U'+', U'=', U'°', U'→', U'≤', U'😀', U'♥'}) {
    EXPECT_TRUE(espeak_traits().speaks(spoken)) << static_cast<unsigned>(spoken);
  }
  for (const char32_t silent : {U'★', U'✓', U'|', U'<', U'^', U'═', U'\U0001FAE0', U'\uFFFD'}) {
    EXPECT_FALSE(espeak_traits().speaks(silent)) << static_cast<unsigned>(silent);
  }
}

struct Case {
  const char* text;
  const char* kept;
};

TEST(SilentSymbols, TakesOutWhatWouldBeSilentAndKeepsWordsApart) {
  for (const auto& [text, kept] : {Case{"plain", "plain"}, Case{"★ one", "one"}, Case{"a|b", "a b"}, Case{"a ★ b", "a b"},
                                   Case{"★", ""}, Case{"one ✓\uFE0F", "one "}, Case{"don`t", "don`t"}}) {
    EXPECT_EQ(without_silent_symbols(AlignedText::verbatim(text), espeak_traits()).text(), kept) << text;
  }
}

TEST(SilentSymbols, WhatIsKeptStillPointsAtItsSource) {
  const AlignedText kept = without_silent_symbols(AlignedText::verbatim("a|b", 10), espeak_traits());
  EXPECT_EQ(kept.source_pieces(), (std::vector<ByteRange>{{10, 11}, {12, 13}}));
}

}  // namespace
}  // namespace aloud
