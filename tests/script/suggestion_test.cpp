#include "script/suggestion.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(Suggestion, CountsEditsAndSwaps) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("pitch", "pitch"), 0U);
  EXPECT_EQ(edit_distance("pich", "pitch"), 1U);
  EXPECT_EQ(edit_distance("ptich", "pitch"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Suggestion, NamesTheNearestCandidate) {
  EXPECT_EQ(did_you_mean("pich", {"rate", "pitch", "range"}), " (did you mean \"pitch\"?)");
  EXPECT_EQ(did_you_mean("PITCH", {"rate", "pitch"}), " (did you mean \"pitch\"?)");
}

TEST(Suggestion, IsSilentWhenNothingIsNear) {
  EXPECT_EQ(did_you_mean("colour", {"rate", "pitch"}), "");
  EXPECT_EQ(did_you_mean("", {"rate"}), "");
  EXPECT_EQ(did_you_mean(std::string(100000, 'x'), {"rate"}), "");
}

}  // namespace
}  // namespace aloud
