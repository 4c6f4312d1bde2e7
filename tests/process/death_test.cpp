#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "process/performing.h"
#include "support/tone_synthesizer.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

const ToneSynthesizerFactory kTones;

std::vector<std::string> numbered_texts(std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back("say " + std::string(1 + i * 7 % 23, 'x') + " now");
  return texts;
}

/// Performs 40 texts and kills, after 8 of them were handed in, the process that `choose` names; returns the takes.
template <typename Choose>
Performed perform_and_kill(Choose choose, int signal = SIGKILL) {
  Performed performed;
  const std::vector<std::string> texts = numbered_texts(40);
  PerformerOptions options = plain_options(2);
  options.answer_time = milliseconds(2000);
  Performer performer(kTones, options,
                      [&](const Utterance& utterance, const Take& take) { performed.emplace_back(utterance.index, take); });
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Utterance utterance = utterance_of(texts[i]);
    utterance.index = i;
    performer.submit(std::move(utterance));
    if (i == 8) kill(choose(), signal);
  }
  performer.finish();
  return performed;
}

void expect_whole(const Performed& performed) {
  const std::vector<std::string> texts = numbered_texts(40);
  ASSERT_EQ(performed.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EXPECT_EQ(performed[i].first, i);
    EXPECT_EQ(performed[i].second.failure, std::nullopt);
    EXPECT_EQ(samples_of(performed[i].second).size(), texts[i].size() * kToneFramesPerCharacter);
  }
}

/// The process that `parent` has forked, or is about to.
int child_of(int parent) {
  std::vector<int> children;
  while (children.empty()) children = children_of(parent);
  return children.front();
}

int zygote() { return child_of(getpid()); }

TEST(DeathOfAForkServer, CostsNoTake) {
  for (int round = 0; round < 20; ++round) expect_whole(perform_and_kill([] { return child_of(zygote()); }));
}

TEST(DeathOfTheZygote, CostsNoTake) {
  for (int round = 0; round < 20; ++round) expect_whole(perform_and_kill(zygote));
}

// What stands still is noticed in time and replaced: here in two seconds, by default in less than thirty.
TEST(StoppedForkServer, IsReplacedAndCostsNoTake) {
  expect_whole(perform_and_kill([] { return child_of(zygote()); }, SIGSTOP));
  EXPECT_LT(PerformerOptions().answer_time, std::chrono::seconds(30));
}

TEST(StoppedZygote, IsReplacedAndCostsNoTake) {
  const auto stop_both = [] {
    kill(child_of(zygote()), SIGSTOP);
    return zygote();
  };
  expect_whole(perform_and_kill(stop_both, SIGSTOP));
}

/// A process that performs an utterance which hangs; it says so through `ready` once its children run.
[[noreturn]] void be_doomed_parent(int ready) {
  Performer performer(kTones, plain_options(2), [](const Utterance&, const Take&) {});
  for (int i = 0; i < 3; ++i) performer.submit(utterance_of("HANG"));
  while (descendants_of(getpid()).size() < 5) usleep(2000);  // the zygote, a server, three children
  const char byte = 'r';
  if (write(ready, &byte, 1) != 1) _exit(1);
  for (;;) pause();
}

TEST(DeathOfTheCaller, TakesEveryProcessWithIt) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t parent = fork();
  if (parent == 0) be_doomed_parent(ready[1]);
  char byte = 0;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  const std::vector<int> family = descendants_of(parent);
  EXPECT_GE(family.size(), 5U);
  kill(parent, SIGKILL);
  waitpid(parent, nullptr, 0);
  // Each generation is killed by the death of the one before it, which takes the kernel a moment.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  const auto any_alive = [&] { return std::any_of(family.begin(), family.end(), is_alive); };
  while (any_alive() && std::chrono::steady_clock::now() < deadline) std::this_thread::sleep_for(milliseconds(2));
  EXPECT_FALSE(any_alive());
  close(ready[0]);
  close(ready[1]);
}

/// Waits until this process, which inherits orphans, has no child left; false if one stays.
bool all_children_end(milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < deadline) {
    const pid_t ended = waitpid(-1, nullptr, WNOHANG);
    if (ended < 0 && errno == ECHILD) return true;
    if (ended == 0) std::this_thread::sleep_for(milliseconds(1));
  }
  return false;
}

TEST(DeathOfTheCaller, LeavesNoOrphanWheneverItComes) {
  ASSERT_EQ(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    const pid_t caller = fork();
    if (caller == 0) {
      for (;;) perform(kTones, numbered_texts(20), plain_options(2));
    }
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 40000));
    kill(caller, SIGKILL);
    EXPECT_TRUE(all_children_end(std::chrono::seconds(5))) << "round " << round;
  }
  prctl(PR_SET_CHILD_SUBREAPER, 0);
}

}  // namespace
}  // namespace aloud
