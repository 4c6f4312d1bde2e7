#include "process/helper_process.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <filesystem>
#include <thread>

#include "process/performing.h"
#include "support/temporary_directory.h"
#include "support/test_paths.h"
#include "util/error.h"
#include "util/sanitizers.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;
using test::TemporaryDirectory;
using ::testing::HasSubstr;

constexpr milliseconds kPatience{10000};

struct Pipe {
  UniqueDescriptor reading, writing;

  Pipe() {
    int ends[2];
    EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
    reading = UniqueDescriptor(ends[0]);
    writing = UniqueDescriptor(ends[1]);
  }

  std::string read_to_end() {
    writing.reset();
    std::string text;
    char byte = 0;
    while (read(reading.get(), &byte, 1) == 1) text += byte;
    return text;
  }
};

/// A task that a fork does by writing `text`, and then waits for its input to end.
HelperTask saying(Pipe& pipe, const std::string& text) {
  HelperTask task{"", {pipe.writing.get()}, "", {}};
  task.run_forked = [text](std::span<const int> descriptors) {
    if (write(descriptors[0], text.data(), text.size()) < 0) _exit(1);
  };
  return task;
}

std::string failure_of(const HelperTask& task) {
  try {
    HelperProcess process(task, StartMethod::spawn);
    process.end(kPatience);
    return process.how_it_ended().value_or("(collected by somebody else)");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::synthesis);
    return error.message();
  }
}

std::string script(const TemporaryDirectory& directory, const std::string& body) {
  const std::string path = directory.put("helper", "#!/bin/sh\n" + body + '\n');
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

TEST(MethodFor, ForksWhereThereIsOneThreadAndSpawnsWhereThereAreMore) {
  if (!kAddressSanitizer && !kThreadSanitizer) {  // which have threads of their own
    EXPECT_EQ(method_for(StartMethod::automatic), StartMethod::fork);
  }
  Pipe pipe;
  std::thread waiting([&] {
    char byte = 0;
    EXPECT_EQ(read(pipe.reading.get(), &byte, 1), 0);
  });
  EXPECT_EQ(method_for(StartMethod::automatic), StartMethod::spawn);
  EXPECT_EQ(method_for(StartMethod::fork), StartMethod::fork);
  pipe.writing.reset();
  waiting.join();
  EXPECT_EQ(method_for(StartMethod::spawn), StartMethod::spawn);
}

TEST(HelperProcess, RunsWhatAForkIsGiven) {
  Pipe pipe;
  HelperProcess process(saying(pipe, "done"), StartMethod::fork);
  EXPECT_EQ(pipe.read_to_end(), "done");
  process.end(kPatience);
  EXPECT_EQ(process.how_it_ended(), "ended without a result (exit code 0)");
}

TEST(HelperProcess, IsKilledWhenItDoesNotEnd) {
  HelperTask task;
  task.run_forked = [](std::span<const int>) { pause(); };
  HelperProcess process(task, StartMethod::fork);
  EXPECT_EQ(process.how_it_ended(), std::nullopt);
  process.end(milliseconds(1));
  EXPECT_EQ(process.how_it_ended(), "was killed (SIGKILL)");
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
}

TEST(HelperProcess, GetsItsDescriptorsFrom3OnAndNoOther) {
  const TemporaryDirectory directory;
  Pipe first, second, hidden;
  const UniqueDescriptor open_for_all(dup(hidden.writing.get()));  // without CLOEXEC, as many a caller has some
  // Crosswise, so that one stands where another goes.
  const UniqueDescriptor low(fcntl(second.writing.get(), F_DUPFD_CLOEXEC, 3));
  const HelperTask task{"entry", {first.writing.get(), low.get()}, script(directory, "echo $2 $3 >&3; echo b >&4"), {}};
  EXPECT_EQ(failure_of(task), "ended without a result (exit code 0)");
  EXPECT_EQ(first.read_to_end(), "entry 2\n");
  char byte = 0;
  EXPECT_EQ(read(second.reading.get(), &byte, 1), 1);
  EXPECT_EQ(byte, 'b');
}

TEST(HelperProcess, SaysThatItsProgramIsNotThere) {
  HelperTask task{"zygote", {0}, "/nowhere/aloud-engine", {}};
  EXPECT_THAT(failure_of(task), HasSubstr("there is no program /nowhere/aloud-engine"));
  const TemporaryDirectory directory;
  task.program = script(directory, "");
  directory.put("helper", "neither script nor program");
  EXPECT_THAT(failure_of(task), HasSubstr("cannot run " + task.program + ", which speaks: Exec format error"));
}

TEST(HelperProcess, SaysThatItsProgramIsOfAnotherVersion) {
  const TemporaryDirectory directory;
  EXPECT_THAT(failure_of({"zygote", {0}, script(directory, std::string(ALOUD_HELPER) + " 0.0.0 $2 $3; exit $?"), {}}),
              HasSubstr("is of another version than the library"));
}

TEST(HelperProgram, TakesNoOtherCall) {
  const TemporaryDirectory directory;
  for (const std::string words : {"", "$1 nothing 1", "$1 zygote", "$1 zygote 0", "$1 zygote x", "$1 zygote 33"}) {
    EXPECT_EQ(failure_of({"zygote", {0}, script(directory, std::string(ALOUD_HELPER) + ' ' + words + "; exit $?"), {}}),
              "ended without a result (exit code 64)")
        << words;
  }
}

/// What a caller has set up for itself and must find again.
struct HostState {
  sigset_t mask{};
  struct sigaction on_child {
  }, on_pipe{};
  mode_t umask_value = 0;
  std::size_t descriptors = 0;
  std::string locale;

  HostState() {
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    sigaction(SIGCHLD, nullptr, &on_child);
    sigaction(SIGPIPE, nullptr, &on_pipe);
    umask_value = umask(0);
    umask(umask_value);
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) ++descriptors;
    locale = setlocale(LC_ALL, nullptr);
  }

  bool operator==(const HostState& other) const {
    for (int signal = 1; signal < NSIG; ++signal) {
      if (sigismember(&mask, signal) != sigismember(&other.mask, signal)) return false;
    }
    return on_child.sa_handler == other.on_child.sa_handler && on_pipe.sa_handler == other.on_pipe.sa_handler &&
           umask_value == other.umask_value && descriptors == other.descriptors && locale == other.locale;
  }
};

TEST(HelperProcess, LeavesItsCallerAsItWas) {
  const HostState before;
  for (const StartMethod method : {StartMethod::fork, StartMethod::spawn}) {
    Pipe pipe;
    HelperTask task = saying(pipe, "x");
    task.program = "/bin/true";
    HelperProcess(task, method).end(kPatience);
  }
  EXPECT_TRUE(before == HostState());
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(HelperProcess, DoesNotMindACallerThatCollectsAllChildren) {
  Pipe pipe;
  HelperProcess process(saying(pipe, "x"), StartMethod::fork);
  ASSERT_EQ(waitpid(-1, nullptr, 0), process.pid());
  process.end(kPatience);
  EXPECT_EQ(process.how_it_ended(), std::nullopt);
}

TEST(HelperProcess, DoesNotMindACallerThatIgnoresItsChildren) {
  std::signal(SIGCHLD, SIG_IGN);
  Pipe pipe;
  HelperProcess process(saying(pipe, "x"), StartMethod::fork);
  EXPECT_EQ(pipe.read_to_end(), "x");
  process.end(kPatience);
  std::signal(SIGCHLD, SIG_DFL);
  EXPECT_EQ(process.how_it_ended(), std::nullopt);
}

}  // namespace
}  // namespace aloud
