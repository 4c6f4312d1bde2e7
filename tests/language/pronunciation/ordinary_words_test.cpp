#include "language/pronunciation/ordinary_words.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(OrdinaryWords, KnowsWordsAndTheirRegularForms) {
  for (const char* word : {"clock", "Clock", "CLOCK", "walked", "making", "stopped", "cities", "happier", "quickly", "boxes",
                           "dog's", "dogs'", "I'd", "we'll", "north-east", "centre", "organised", "Friday", "if"}) {
    EXPECT_TRUE(is_ordinary_word("en-GB", word)) << word;
  }
}

TEST(OrdinaryWords, LeavesNamesInventedWordsAndOtherLanguagesToTheReader) {
  for (const char* word : {"zorblax", "Kyiv", "zorbed", "ing", "", "clock-zorb", "xly"}) {
    EXPECT_FALSE(is_ordinary_word("en", word)) << word;
  }
  EXPECT_FALSE(is_ordinary_word("de", "clock"));
}

}  // namespace
}  // namespace aloud
