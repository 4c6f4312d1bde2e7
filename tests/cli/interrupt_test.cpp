// End to end: whatever ends the program in the middle of a render, no file, no temporary and no process stays behind.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include "cli/aloud_program.h"
#include "process/performing.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"

namespace aloud::test {
namespace {

using std::chrono::steady_clock;

// Tries again until `condition` holds; false after a time in which anything should have happened.
template <class Condition>
bool comes_true(const Condition& condition) {
  const auto deadline = steady_clock::now() + std::chrono::seconds(30);
  while (!condition()) {
    if (steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

// `disposition` of all signals is what a shell would have set.
pid_t start_render(const std::string& article, const TemporaryDirectory& directory, sighandler_t disposition) {
  static const TemporaryDirectory cache;
  const std::vector<std::string> command = {
      ALOUD_BINARY, "render", ALOUD_SOURCE_DIR "/text/" + article, "-o", directory / "a.ogg", "-t", "json,vtt", "-q"};
  const pid_t child = ::fork();
  if (child != 0) return child;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::signal(signal, disposition);
  detail::exec_in_child(command,
                        {"ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices", "ALOUD_CACHE_DIR=" + (cache / std::to_string(::getpid()))},
                        {}, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
}

class InterruptedBy : public testing::TestWithParam<int> {};

TEST_P(InterruptedBy, RenderLeavesNothingBehind) {
  const TemporaryDirectory directory;
  directory.put("a.ogg", "old");
  const pid_t program = start_render("the-tide-clock.md", directory, SIG_DFL);
  ASSERT_GT(program, 0);
  std::vector<int> below;
  EXPECT_TRUE(comes_true([&] { return (below = descendants_of(program)).size() >= 2; }));  // speech is being made
  ::kill(program, GetParam());
  int status = 0;
  ASSERT_EQ(::waitpid(program, &status, 0), program);
  ASSERT_TRUE(WIFSIGNALED(status)) << status;
  EXPECT_EQ(WTERMSIG(status), GetParam());
  for (const int process : below) EXPECT_TRUE(comes_true([&] { return !is_alive(process); })) << process;
  EXPECT_EQ(directory.listing(), "a.ogg");
  EXPECT_EQ(read_file(directory / "a.ogg"), "old");
}

INSTANTIATE_TEST_SUITE_P(Signals, InterruptedBy, testing::Values(SIGINT, SIGTERM, SIGHUP, SIGKILL),
                         [](const auto& signal) { return std::string("SIG") + ::sigabbrev_np(signal.param); });

// What is finished is said, and how to go on.
TEST(Interrupted, BatchSaysWhatIsFinished) {
  const TemporaryDirectory directory;
  for (int i = 0; i < 200; ++i)
    directory.put("in/" + std::to_string(i) + ".txt", "This is article number " + std::to_string(i) + ".");
  const std::string messages = directory.put("messages", "");
  const pid_t program = ::fork();
  if (program == 0) {
    const int err = ::open(messages.c_str(), O_WRONLY | O_APPEND);
    detail::exec_in_child({ALOUD_BINARY, "batch", "in", "-o", "out", "--no-cache"},
                          {"ALOUD_VOICES=" ALOUD_SOURCE_DIR "/voices"}, directory.path().string(), STDIN_FILENO, STDOUT_FILENO,
                          err);
  }
  EXPECT_TRUE(comes_true([&] { return read_file(messages).find("rendered ") != std::string::npos; }));
  ::kill(program, SIGINT);
  int status = 0;
  ASSERT_EQ(::waitpid(program, &status, 0), program);
  EXPECT_TRUE(WIFSIGNALED(status));
  const std::string said = read_file(messages);
  EXPECT_NE(said.find("rendered and kept; the same call does the rest\n"), std::string::npos) << said;
}

TEST(Interrupted, RenderGoesOnUnderNohup) {
  const TemporaryDirectory directory;
  const pid_t program = start_render("the-last-crossing.txt", directory, SIG_IGN);
  EXPECT_TRUE(comes_true([&] { return descendants_of(program).size() >= 2; }));
  ::kill(program, SIGHUP);
  ::kill(program, SIGINT);
  int status = 0;
  ASSERT_EQ(::waitpid(program, &status, 0), program);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  EXPECT_EQ(directory.listing(), "a.json a.ogg a.vtt");
}

}  // namespace
}  // namespace aloud::test
