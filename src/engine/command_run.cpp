#include "engine/command_run.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>

#include "util/error.h"
#include "util/monotonic_clock.h"
#include "util/unique_descriptor.h"

namespace aloud {
namespace {

constexpr int kCannotRun = 127;                        // as shells say it
constexpr std::size_t kMostComplaint = 4096;           // bytes of standard error that are kept, the last ones
constexpr std::chrono::milliseconds kBetweenLooks{1};  // at a program that closed its output and goes on

struct Pipe {
  UniqueDescriptor read, write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(ErrorKind::synthesis, "no pipe: " + describe_errno(errno));
  return {UniqueDescriptor(ends[0]), UniqueDescriptor(ends[1])};
}

void limit(__rlimit_resource resource, rlim_t value) {
  rlimit now{};
  ::getrlimit(resource, &now);
  now.rlim_cur = now.rlim_max = std::min(value, now.rlim_max);
  ::setrlimit(resource, &now);
}

// In the child of a process that may have threads: only what may be called there.
[[noreturn]] void become(char* const* arguments, const std::array<int, 3>& streams, const CommandLimits& limits, pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(kCannotRun);
  for (int stream = 0; stream < 3; ++stream) ::dup2(streams[static_cast<std::size_t>(stream)], stream);
  ::close_range(3, ~0U, 0);
  for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_FSIZE, limits.most_output);
  limit(RLIMIT_CORE, 0);
  ::execvp(arguments[0], arguments);
  const char* why = std::strerror(errno);  // NOLINT(concurrency-mt-unsafe): of this process's one thread
  if (::write(2, why, std::strlen(why)) < 0) ::_exit(kCannotRun);
  ::_exit(kCannotRun);
}

std::string last_line(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  const std::size_t newline = text.rfind('\n');
  if (newline != std::string_view::npos) text.remove_prefix(newline + 1);
  constexpr std::size_t kMost = 160;
  std::string line(text.substr(0, kMost));
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return line;
}

class Run {
 public:
  Run(const std::vector<std::string>& arguments, std::string_view input, const CommandLimits& limits)
      : input_(input), limits_(limits), deadline_(MonotonicClock::now() + limits.time) {
    start(arguments);
  }

  CommandResult finish() {
    while ((out_.read || err_.read) && result_.failure.empty()) exchange();
    std::optional<int> status;
    while (result_.failure.empty() && !(status = ended())) {
      if (!late()) ::poll(nullptr, 0, static_cast<int>(kBetweenLooks.count()));
    }
    ::kill(-pid_, SIGKILL);  // what it has left behind, too
    if (!status) collect();
    if (status) describe(*status);
    result_.complaint = last_line(complaint_);
    return std::move(result_);
  }

 private:
  void start(const std::vector<std::string>& arguments) {
    std::vector<char*> pointers;
    for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
    pointers.push_back(nullptr);
    in_ = make_pipe();
    out_ = make_pipe();
    err_ = make_pipe();
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0) throw Error(ErrorKind::synthesis, "no process: " + describe_errno(errno));
    if (pid_ == 0) become(pointers.data(), {in_.read.get(), out_.write.get(), err_.write.get()}, limits_, parent);
    ::setpgid(pid_, pid_);  // whoever comes first
    in_.read.reset();
    out_.write.reset();
    err_.write.reset();
    for (const int descriptor : {in_.write.get(), out_.read.get(), err_.read.get()}) ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    if (input_.empty()) in_.write.reset();
  }

  bool late() {
    if (MonotonicClock::now() < deadline_) return false;
    result_.failure = "took longer than " + std::to_string(limits_.time.count() / 1000) + " s";
    return true;
  }

  void exchange() {
    const auto descriptor = [](const UniqueDescriptor& one) { return one ? one.get() : -1; };
    std::array<pollfd, 3> watched{pollfd{descriptor(in_.write), POLLOUT, 0}, pollfd{descriptor(out_.read), POLLIN, 0},
                                  pollfd{descriptor(err_.read), POLLIN, 0}};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline_ - MonotonicClock::now()).count();
    ::poll(watched.data(), watched.size(), static_cast<int>(std::clamp<long>(left, 0, 1000)));
    if (watched[0].revents != 0) give();
    if (watched[1].revents != 0) receive(out_.read, result_.output, limits_.most_output);
    if (watched[2].revents != 0) receive(err_.read, complaint_, 0);
    if (complaint_.size() > 2 * kMostComplaint) complaint_.erase(0, complaint_.size() - kMostComplaint);
    late();
  }

  // A program that does not read, as it needs no text, is no reason to end: SIGPIPE is held back.
  void give() {
    sigset_t pipe;
    sigset_t before;
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, &before);
    const ssize_t size = ::write(in_.write.get(), input_.data(), input_.size());
    const bool broken = size < 0 && errno == EPIPE;
    if (broken) {
      const timespec now{};
      ::sigtimedwait(&pipe, nullptr, &now);
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (size > 0) input_.remove_prefix(static_cast<std::size_t>(size));
    if (input_.empty() || broken) in_.write.reset();
  }

  void receive(UniqueDescriptor& from, std::string& into, std::size_t most) {
    std::array<char, 65536> buffer{};
    const ssize_t size = ::read(from.get(), buffer.data(), buffer.size());
    if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (size <= 0) return from.reset();
    into.append(buffer.data(), static_cast<std::size_t>(size));
    if (most != 0 && into.size() > most) result_.failure = "wrote more than " + std::to_string(most >> 20U) + " MiB";
  }

  std::optional<int> ended() const {
    int status = 0;
    const pid_t pid = ::waitpid(pid_, &status, WNOHANG);
    if (pid == 0 || (pid < 0 && errno == EINTR)) return std::nullopt;
    return pid == pid_ ? status : 0;
  }

  void collect() const {
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  void describe(int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == kCannotRun) {
      result_.failure = "cannot be run";
    } else if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
      result_.failure = "ended with exit code " + std::to_string(WEXITSTATUS(status));
    } else if (WIFSIGNALED(status)) {
      const char* name = ::sigabbrev_np(WTERMSIG(status));
      result_.failure = std::string("was ended by SIG") + (name != nullptr ? name : "?");
    }
  }

  std::string_view input_;
  const CommandLimits& limits_;
  MonotonicClock::time_point deadline_;
  Pipe in_, out_, err_;
  pid_t pid_ = -1;
  std::string complaint_;
  CommandResult result_;
};

}  // namespace

CommandResult run_command(const std::vector<std::string>& arguments, std::string_view input, const CommandLimits& limits) {
  return Run(arguments, input, limits).finish();
}

}  // namespace aloud
