// End to end: a batch is killed at 150 moments, with links in its way, without room, beside another one; what is there
// afterwards is whole, what lies outside is untouched, and an undisturbed run completes it.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "cli/batch_process.h"

namespace aloud::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr int kKills = 150;
constexpr std::chrono::seconds kMostTime{200};  // on a slow machine there are fewer kills
constexpr rlim_t kLittleRoom = 30'000;

class BatchKills : public testing::Test {
 protected:
  BatchKills() {
    fill(undisturbed_);
    fill(site_);
    site_.place().put("home/.bashrc", kMine);
  }

  std::chrono::microseconds pick(std::chrono::microseconds most) {
    return std::chrono::microseconds(std::uniform_int_distribution<std::int64_t>(0, most.count())(random_));
  }

  // Everything is made anew, so that there is always something to interrupt; from the cache, so that it is quick.
  static std::vector<std::string> command() {
    std::vector<std::string> words = batch_command();
    words.emplace_back("--force");
    return words;
  }

  void kill_one(rlim_t room) {
    const pid_t child = start_batch(site_, command(), room);
    std::this_thread::sleep_for(pick(whole_run_));
    ::kill(child, SIGKILL);
    status_of(child);
  }

  void kill_one_of_two() {
    const pid_t one = start_batch(site_, command());
    const pid_t two = start_batch(site_, command());
    std::this_thread::sleep_for(pick(whole_run_));
    ::kill(one, SIGKILL);
    status_of(one);
    EXPECT_EQ(status_of(two), 0);
  }

  // A link leads out of the directory, in the place of one of its files.
  void kill_one_with_a_link() {
    const std::vector<std::string> names = {"out/.aloud-journal", "out/manifest.json", "out/a.wav", "out/more", "out/a.json"};
    const std::string link = site_.place() / names[random_() % names.size()];
    fs::remove_all(link);
    fs::create_directories(site_.place() / "out");
    fs::create_symlink(site_.place() / (random_() % 2 == 0 ? "home/.bashrc" : "home"), link);
    kill_one(RLIM_INFINITY);
    fs::remove(link);
  }

  void disturb(int round) {
    switch (round % 5) {
      case 0:
        return kill_one_with_a_link();
      case 1:
        return kill_one(kLittleRoom);
      case 2:
        return kill_one_of_two();
      default:
        return kill_one(RLIM_INFINITY);
    }
  }

  void expect_nothing_torn(int round) {
    EXPECT_EQ(read_file(site_.place() / "home/.bashrc"), kMine) << round;
    EXPECT_EQ(std::distance(fs::directory_iterator(site_.place() / "home"), {}), 1) << round;
    for (const auto& [name, bytes] : site_.outputs()) {
      const bool is_own = fs::path(name).filename().string().starts_with(".aloud-") || name == "manifest.json";
      EXPECT_TRUE(is_own || bytes == wanted_.at(name)) << name << " after kill " << round;
    }
  }

  void expect_completion(int round) {
    EXPECT_EQ(site_.batch({"-q"}).status, 0) << round;
    EXPECT_TRUE(site_.outputs() == wanted_) << "after kill " << round;
    EXPECT_EQ(site_.batch({"-q", "--check"}).status, 0) << round;
  }

  static constexpr const char* kMine = "export PATH\n";
  Site undisturbed_, site_;
  std::map<std::string, std::string> wanted_;
  std::chrono::microseconds whole_run_{0};
  std::mt19937 random_{20261201};
};

TEST_F(BatchKills, LeaveNothingTornAndNothingElseTouched) {
  ASSERT_EQ(undisturbed_.batch().status, 0);
  wanted_ = undisturbed_.outputs();
  ASSERT_EQ(status_of(start_batch(site_, command())), 0);  // fills the cache
  const auto begin = steady_clock::now();
  ASSERT_EQ(status_of(start_batch(site_, command())), 0);
  whole_run_ = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begin);
  int round = 0;
  for (; round < kKills && steady_clock::now() - begin < kMostTime; ++round) {
    disturb(round);
    expect_nothing_torn(round);
    if (round % 10 == 9) expect_completion(round);
  }
  expect_completion(round);
  RecordProperty("kills", round);
}

}  // namespace
}  // namespace aloud::test
