#include "play/schedule.h"

#include <gtest/gtest.h>

namespace aloud {
namespace {

TEST(Schedule, EstimatesByTheTextAndBecomesExact) {
  Schedule schedule;
  schedule.add(Frames{0}, 100);
  schedule.add(Frames{2205}, 50);
  schedule.add(Frames{2205}, 200);
  EXPECT_FALSE(schedule.exact());
  EXPECT_GT(schedule.total(), 5);
  schedule.set_exact(0, Frames{44100});  // 441 frames a byte
  EXPECT_DOUBLE_EQ(schedule.start(1), 2);
  EXPECT_DOUBLE_EQ(schedule.start(2), 2 + 0.1 + 1);
  schedule.set_exact(1, Frames{22050});
  schedule.set_exact(2, Frames{22050});
  EXPECT_FALSE(schedule.exact());  // there may come more
  schedule.finish(Frames{11025});
  EXPECT_TRUE(schedule.exact());
  EXPECT_DOUBLE_EQ(schedule.total(), 4.5);
  EXPECT_EQ(schedule.at(0), 0U);
  EXPECT_EQ(schedule.at(2.5), 1U);
  EXPECT_EQ(schedule.at(99), 2U);
}

TEST(Schedule, KnowsHowFarItIsExact) {
  Schedule schedule;
  for (int i = 0; i < 3; ++i) schedule.add(Frames{0}, 10);
  EXPECT_FALSE(schedule.exact_until(0.5));
  schedule.set_exact(0, Frames{22050});
  EXPECT_TRUE(schedule.exact_until(0.5));
  EXPECT_FALSE(schedule.exact_until(1.5));
  EXPECT_EQ(schedule.first_unknown(), 1U);
}

}  // namespace
}  // namespace aloud
