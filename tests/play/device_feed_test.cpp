// What a device is given: on time if it plays as time passes, and all of it if it waits.
#include "play/device_feed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace aloud {
namespace {

using Samples = std::vector<std::int16_t>;

std::shared_ptr<const Unit> unit_of_length(std::size_t length, std::int16_t first) {
  auto unit = std::make_shared<Unit>();
  for (std::size_t i = 0; i < length; ++i) unit->speech.push_back(static_cast<std::int16_t>(first + static_cast<int>(i)));
  return unit;
}

Samples silence(std::size_t length) { return Samples(length, 0); }

Samples joined(std::initializer_list<Samples> parts) {
  Samples all;
  for (const Samples& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

class Feeding : public testing::Test {
 protected:
  Feeding() {
    playhead->add_utterance(0);
    playhead->add_utterance(1);
    playhead->finish_script(Frames{10});
    feed.connect(Frames{0});
    feed.play(playhead);
  }

  Samples pull(std::size_t length) {
    Samples out(length, -1);
    feed.pull(out);
    return out;
  }

  std::chrono::steady_clock::time_point now;
  int progress = 0;
  DeviceFeed feed{[this] { return now; }, [this] { ++progress; }};
  std::shared_ptr<SharedPlayhead> playhead = std::make_shared<SharedPlayhead>();
  std::shared_ptr<const Unit> one = unit_of_length(100, 1000), two = unit_of_length(100, 2000);
};

TEST_F(Feeding, WhatIsLateIsSilenceAndLosesNothing) {
  EXPECT_EQ(pull(30), silence(30));
  EXPECT_FALSE(feed.begun());
  playhead->set_unit(0, one);
  EXPECT_EQ(pull(150), joined({one->speech, silence(50)}));
  EXPECT_TRUE(feed.begun());
  playhead->set_unit(1, two);
  EXPECT_EQ(pull(60), Samples(two->speech.begin(), two->speech.begin() + 60));
  EXPECT_EQ(pull(60), joined({{two->speech.begin() + 60, two->speech.end()}, silence(20)}));
  EXPECT_EQ(feed.handed(), Frames{300});
  EXPECT_TRUE(feed.ended());
  EXPECT_EQ(pull(20), silence(20));
}

// The device's thread gives silence rather than wait for whoever has the lock, and the samples come after it.
TEST_F(Feeding, WaitsForNoLock) {
  playhead->set_unit(0, one);
  std::promise<void> is_locked, may_go_on;
  std::thread other([&] {
    playhead->while_locked([&] {
      is_locked.set_value();
      may_go_on.get_future().wait();
    });
  });
  is_locked.get_future().wait();
  EXPECT_EQ(pull(40), silence(40));
  may_go_on.set_value();
  other.join();
  EXPECT_EQ(pull(100), one->speech);
  EXPECT_EQ(playhead->heard(Frames{40 + 7}).at, Frames{7});  // the silence is counted
}

TEST_F(Feeding, TellsOfEachUtteranceOnce) {
  playhead->set_unit(0, one);
  playhead->set_unit(1, two);
  pull(10);
  EXPECT_EQ(progress, 1);  // it has begun
  pull(10);
  EXPECT_EQ(progress, 1);
  pull(100);
  EXPECT_EQ(progress, 2);
  pull(100);
  EXPECT_EQ(progress, 3);  // the tail, and its end
  pull(100);
  pull(100);
  EXPECT_LE(progress, 4);
}

TEST_F(Feeding, KnowsWhatIsHeardByTheClockAndTheDevicesBuffer) {
  feed.connect(Frames{50});
  playhead->set_unit(0, one);
  playhead->set_unit(1, two);
  pull(100);
  EXPECT_EQ(feed.heard(), Frames{-50});
  pull(100);
  EXPECT_EQ(feed.heard(), Frames{50});
  now += std::chrono::nanoseconds(20'000'000'000 / kEngineRate.hertz + 1);
  EXPECT_EQ(feed.heard(), Frames{70});
  now += std::chrono::seconds(1);
  EXPECT_EQ(feed.heard(), Frames{200});  // no more than it was given
  feed.disconnect();
  EXPECT_EQ(pull(10), silence(10));
}

TEST_F(Feeding, AFileWaitsForWhatIsLate) {
  playhead->set_unit(0, one);
  std::future<Samples> pulled = std::async(std::launch::async, [&] {
    Samples out(200, -1);
    feed.pull_all(out);
    return out;
  });
  while (feed.handed() < Frames{100}) std::this_thread::yield();
  playhead->set_unit(1, two);
  feed.notify();
  EXPECT_EQ(pulled.get(), joined({one->speech, two->speech}));
}

TEST_F(Feeding, AFileWaitsNoLongerWhenNothingWillCome) {
  for (const bool stops : {true, false}) {
    std::future<Samples> pulled = std::async(std::launch::async, [&] {
      Samples out(20, -1);
      feed.pull_all(out);
      return out;
    });
    if (stops) {
      feed.stop();
    } else {
      feed.disconnect();
    }
    EXPECT_EQ(pulled.get(), silence(20));
  }
}

TEST_F(Feeding, APlayheadThatIsHeldBackGivesNothing) {
  playhead->set_unit(0, one);
  playhead->hold_back(true);
  EXPECT_EQ(pull(50), silence(50));
  playhead->hold_back(false);
  EXPECT_EQ(pull(100), one->speech);
}

}  // namespace
}  // namespace aloud
