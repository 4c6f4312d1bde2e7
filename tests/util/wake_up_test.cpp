#include "util/wake_up.h"

#include <gtest/gtest.h>

#include <thread>

namespace aloud {
namespace {

TEST(WakeUp, WakesWhoeverComesLater) {
  const WakeUp call;
  call.ring();
  call.ring();
  call.wait();  // would hang
  const auto begin = std::chrono::steady_clock::now();
  call.wait(std::chrono::milliseconds(5));  // it was cleared
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(4));
}

TEST(WakeUp, WakesWhoeverWaits) {
  const WakeUp call;
  std::thread other([&] { call.ring(); });
  call.wait();
  other.join();
}

}  // namespace
}  // namespace aloud
