#include "process/helper_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>

#include "process/containment.h"
#include "process/entry_points.h"
#include "process/helper_program.h"
#include "util/error.h"
#include "util/poll_for.h"
#include "version.h"

extern "C" {  // which glibc 2.36 leaves out
#include <sys/pidfd.h>
}

namespace aloud {
namespace {

constexpr int kFirstDescriptor = 3;  // behind the standard streams

[[noreturn]] void fail(int error_number) {
  throw Error(ErrorKind::synthesis, "no process for speech: " + describe_errno(error_number));
}

/// More than one if it cannot be told. A thread is not started by another process, so one thread stays one while this looks.
unsigned count_threads() {
  unsigned threads = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator at("/proc/self/task", error), end; !error && at != end; at.increment(error))
    ++threads;
  return error || threads == 0 ? 2 : threads;
}

/// A handler of the caller's must not run in the copy of it.
class BlockedSignals {
 public:
  BlockedSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

 private:
  sigset_t before_{};
};

/// Any exception ends the process where it is thrown: the frames above belong to the caller's work.
[[noreturn]] void be_forked(const HelperTask& task) noexcept {
  setpgid(0, 0);
  leave_inheritance(task.descriptors);
  if (task.run_forked)
    task.run_forked(task.descriptors);
  else
    entry_point_by_name(task.entry_point)(task.descriptors);
  _exit(0);
}

pid_t start_by_fork(const HelperTask& task) {
  const BlockedSignals blocked;
  const pid_t pid = fork();
  if (pid < 0) fail(errno);
  if (pid == 0) be_forked(task);
  setpgid(pid, pid);  // whoever comes first
  return pid;
}

/// posix_spawn()'s two sets of instructions.
class SpawnSettings {
 public:
  SpawnSettings() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    sigset_t set;
    sigemptyset(&set);
    posix_spawnattr_setsigmask(&attributes_, &set);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  void pass_on(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }

  /// Returns the pid. On failure throws Error{synthesis}.
  pid_t start(const std::string& program, std::vector<std::string> words) const {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t pid = -1;
    const int error_number = posix_spawn(&pid, program.c_str(), &actions_, &attributes_, arguments.data(), environ);
    if (error_number != 0)
      throw Error(ErrorKind::synthesis, "cannot run " + program + ", which speaks: " + describe_errno(error_number));
    return pid;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// Copies above all numbers that the helper program gets them under, so that none is overwritten before it is passed on.
std::vector<UniqueDescriptor> out_of_the_way(const std::vector<int>& descriptors) {
  const int above = kFirstDescriptor + static_cast<int>(descriptors.size());
  std::vector<UniqueDescriptor> copies;
  for (const int descriptor : descriptors) {
    copies.emplace_back(fcntl(descriptor, F_DUPFD_CLOEXEC, above));
    if (!copies.back()) fail(errno);
  }
  return copies;
}

pid_t start_by_spawn(const HelperTask& task) {
  const std::string program = helper_program(task.program);
  const std::vector<UniqueDescriptor> copies = out_of_the_way(task.descriptors);
  SpawnSettings settings;
  int next = kFirstDescriptor;
  for (const UniqueDescriptor& copy : copies) settings.pass_on(copy.get(), next++);
  return settings.start(program, {program, kVersion, task.entry_point, std::to_string(copies.size())});
}

std::string description_of(const siginfo_t& end) {
  if (end.si_code == CLD_EXITED && end.si_status == kOtherVersion)
    return "is of another version than the library, " + std::string(kVersion);
  return describe_end(end.si_code == CLD_EXITED ? W_EXITCODE(end.si_status, 0) : end.si_status);
}

}  // namespace

StartMethod method_for(StartMethod wanted) {
  if (wanted != StartMethod::automatic) return wanted;
  return count_threads() == 1 ? StartMethod::fork : StartMethod::spawn;
}

HelperProcess::HelperProcess(const HelperTask& task, StartMethod method)
    : pid_(method_for(method) == StartMethod::fork ? start_by_fork(task) : start_by_spawn(task)),
      process_(pidfd_open(pid_, 0)) {}

HelperProcess::HelperProcess(HelperProcess&& other) noexcept
    : pid_(other.pid_),
      process_(std::move(other.process_)),
      gone_(std::exchange(other.gone_, true)),
      how_it_ended_(std::move(other.how_it_ended_)) {}

HelperProcess::~HelperProcess() { end(std::chrono::milliseconds(0)); }

bool HelperProcess::ends_within(std::chrono::milliseconds patience) const {
  pollfd watched{process_.get(), POLLIN, 0};
  return poll_for({&watched, 1}, patience) > 0;
}

void HelperProcess::end(std::chrono::milliseconds patience) {
  if (gone_) return;
  if (!ends_within(patience)) process_ ? pidfd_send_signal(process_.get(), SIGKILL, nullptr, 0) : kill(pid_, SIGKILL);
  collect();
}

std::optional<std::string> HelperProcess::how_it_ended(std::chrono::milliseconds patience) {
  if (!gone_ && ends_within(patience)) collect();
  return how_it_ended_;
}

/// A caller that collects all children, or ignores SIGCHLD, may have been first.
void HelperProcess::collect() {
  siginfo_t end{};
  const idtype_t type = process_ ? P_PIDFD : P_PID;
  const auto id = static_cast<id_t>(process_ ? process_.get() : pid_);
  int result = 0;
  while ((result = waitid(type, id, &end, WEXITED)) < 0 && errno == EINTR) {
  }
  gone_ = true;
  if (result == 0) how_it_ended_ = description_of(end);
}

}  // namespace aloud
