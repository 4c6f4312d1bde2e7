#include "util/white_space.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(FoldWhiteSpace, LeavesOneSpaceBetweenWordsAndNoneAtTheEnds) {
  EXPECT_EQ(fold_white_space("  a\n\t b\u00A0\u2003c \r\n"), "a b c");
  EXPECT_EQ(fold_white_space(" \n "), "");
  EXPECT_EQ(fold_white_space("one"), "one");
}

}  // namespace
}  // namespace aloud
