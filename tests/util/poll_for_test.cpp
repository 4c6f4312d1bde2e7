#include "util/poll_for.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

#include "util/monotonic_clock.h"
#include "util/unique_descriptor.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

class PollFor : public testing::Test {
 protected:
  void SetUp() override {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    read_ = UniqueDescriptor(ends[0]);
    write_ = UniqueDescriptor(ends[1]);
  }

  int poll_reading_end(milliseconds time) {
    pollfd watched{read_.get(), POLLIN, 0};
    return poll_for({&watched, 1}, time);
  }

  UniqueDescriptor read_, write_;
};

TEST_F(PollFor, TellsAtOnceWhatIsThere) {
  ASSERT_EQ(write(write_.get(), "x", 1), 1);
  EXPECT_EQ(poll_reading_end(milliseconds(60'000)), 1);
  EXPECT_EQ(poll_reading_end(milliseconds(0)), 1);
}

TEST_F(PollFor, WaitsNoLessThanItIsAsked) {
  const auto begin = MonotonicClock::now();
  EXPECT_EQ(poll_reading_end(milliseconds(20)), 0);
  EXPECT_GE(MonotonicClock::now() - begin, milliseconds(20));
  EXPECT_EQ(poll_reading_end(milliseconds(0)), 0);
}

}  // namespace
}  // namespace aloud
