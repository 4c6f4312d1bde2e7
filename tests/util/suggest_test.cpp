#include "util/suggest.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(EditDistance, CountsEditsAndSwaps) {
  EXPECT_EQ(edit_distance("pitch", "pitch"), 0U);
  EXPECT_EQ(edit_distance("pich", "pitch"), 1U);
  EXPECT_EQ(edit_distance("ptich", "pitch"), 1U);
  EXPECT_EQ(edit_distance("Pitch", "pitch"), 0U);
  EXPECT_EQ(edit_distance("", "rate"), 4U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(NearestName, FindsWhatWasProbablyMeant) {
  const std::vector<std::string> keys = {"pitch", "range", "rate", "volume"};
  EXPECT_EQ(nearest_name("pich", keys), "pitch");
  EXPECT_EQ(nearest_name("volumne", keys), "volume");
  EXPECT_EQ(nearest_name("rat", keys), "rate");
}

TEST(NearestName, StaysSilentWhenNothingIsNear) {
  EXPECT_EQ(nearest_name("loudness", {"pitch", "rate"}), std::nullopt);
  EXPECT_EQ(nearest_name("ab", {"xy"}), std::nullopt);
  EXPECT_EQ(nearest_name("x", {}), std::nullopt);
}

}  // namespace
}  // namespace aloud
