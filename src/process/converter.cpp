#include "process/converter.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <vector>

#include "process/containment.h"
#include "process/filter_program.h"
#include "process/local_socket.h"
#include "process/system_call_filter.h"
#include "util/error.h"
#include "util/monotonic_clock.h"
#include "util/plain_line.h"
#include "util/poll_for.h"
#include "util/unique_descriptor.h"

namespace aloud {
namespace {

using std::chrono::milliseconds;

// A converter is a program of some 150 MB, and makes trees of what it reads.
constexpr std::size_t kMemoryFactor = 4;
constexpr std::size_t kMostOutput = std::size_t{64} << 20, kMostOutputPerByte = 64;
constexpr std::size_t kMostComplaint = 4096;
constexpr std::size_t kPiece = 64 * 1024;
constexpr int kWallPerProcessor = 4;
constexpr rlim_t kMostDescriptors = 64;
constexpr int kNotStarted = 127;

[[noreturn]] void fail(const std::string& name, const std::string& message) {
  throw Error(ErrorKind::input, message, {name, 0, 0});
}

// A program's path, as a shell would find it; empty if there is none.
std::string path_of(const std::string& program) {
  const char* variable = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nothing here sets variables
  const std::string path = variable != nullptr ? variable : "/usr/local/bin:/usr/bin:/bin";
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const std::string candidate = path.substr(begin, end - begin) + '/' + program;
    if (candidate.front() == '/' && candidate != '/' + program && ::access(candidate.c_str(), X_OK) == 0) return candidate;
    begin = end + 1;
  }
  return {};
}

#if ALOUD_HAS_FILTER
// Refuses, with an error that a program can live with, what a filter of text has no use for: the network, other processes, and
// changing anything. Written for programs that are not ours, so it names what is forbidden.
FilterProgram converter_filter() {
  constexpr std::uint32_t kRefused = SECCOMP_RET_ERRNO | EPERM;
  constexpr std::uint32_t kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
  constexpr int kForbidden[] = {
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_listen,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_mkdirat,
    SYS_linkat,
    SYS_symlinkat,
    SYS_process_vm_writev,
    SYS_mknodat,
    SYS_fchmod,
    SYS_fchmodat,
    SYS_fchown,
    SYS_fchownat,
    SYS_truncate,
    SYS_ftruncate,
    SYS_utimensat,
    SYS_setxattr,
    SYS_mount,
    SYS_umount2,
    SYS_chroot,
    SYS_unshare,
    SYS_setns,
    SYS_kill,
    SYS_tkill,
    SYS_bpf,
    SYS_keyctl,
    SYS_add_key,
    SYS_memfd_create,
    SYS_pidfd_open,
    SYS_shmget,
#if defined(__x86_64__)
    SYS_unlink,
    SYS_rename,
    SYS_mkdir,
    SYS_rmdir,
    SYS_link,
    SYS_symlink,
    SYS_chmod,
    SYS_chown,
    SYS_creat,
    SYS_mknod,
    SYS_fork,
    SYS_vfork,
    SYS_renameat,
#endif
  };
  FilterProgram program;
  program.load(offsetof(seccomp_data, arch));
  program.unless_equal(kFilteredArchitecture, SECCOMP_RET_KILL_PROCESS);
  program.load(offsetof(seccomp_data, nr));
  for (const int call : kForbidden) program.if_equal(static_cast<std::uint32_t>(call), kRefused);
  for (const int call : {SYS_clone3, SYS_openat2, SYS_io_uring_setup})  // whose flags cannot be seen: as if it were not there
    program.if_equal(static_cast<std::uint32_t>(call), SECCOMP_RET_ERRNO | ENOSYS);
  const auto refuse_writing = [&](int call, std::size_t flags) {
    program.for_call(call, [&] {
      program.load(filtered_argument(flags));
      program.if_any_bit(kWriting, kRefused);
      program.answer(SECCOMP_RET_ALLOW);
    });
  };
  refuse_writing(SYS_openat, 2);
#ifdef SYS_open
  refuse_writing(SYS_open, 1);
#endif
  program.for_call(SYS_clone, [&] {  // threads are no processes
    constexpr std::uint32_t kCloneThread = 0x00010000;
    program.load(filtered_argument(0));
    program.if_any_bit(kCloneThread, SECCOMP_RET_ALLOW);
    program.answer(kRefused);
  });
  program.answer(SECCOMP_RET_ALLOW);
  return program;
}
#endif

void limit(__rlimit_resource resource, rlim_t value) {
  rlimit now{};
  getrlimit(resource, &now);
  now.rlim_cur = now.rlim_max = std::min(value, now.rlim_max);
  setrlimit(resource, &now);
}

/// A program that runs with a pipe for each of its standard streams.
class Child {
 public:
  Child(const Conversion& conversion, const std::string& path, std::size_t memory, milliseconds time) {
    std::vector<const char*> arguments = {path.c_str()};
    arguments.insert(arguments.end(), conversion.arguments.begin(), conversion.arguments.end());
    arguments.push_back(nullptr);
    auto [input, their_input] = connected_streams();
    auto [output, their_output] = open_pipe();
    auto [complaint, their_complaint] = open_pipe();
    const pid_t parent = getpid();
#if ALOUD_HAS_FILTER
    FilterProgram filter = converter_filter();
#endif
    const bool filtering = can_filter_system_calls();
    pid_ = fork();
    if (pid_ == 0) {  // from here on nothing but what is async-signal-safe: this process may have threads
      die_with_parent(parent);
      setpgid(0, 0);
      const std::array<int, 3> streams = {their_input.get(), their_output.get(), their_complaint.get()};
      for (int stream = 0; stream < 3; ++stream) dup2(streams[static_cast<std::size_t>(stream)], stream);
      close_range(3, ~0U, 0);
      for (int signal = 1; signal < NSIG; ++signal) std::signal(signal, SIG_DFL);
      limit(RLIMIT_DATA, memory);
      limit(RLIMIT_FSIZE, 0);
      limit(RLIMIT_CORE, 0);
      limit(RLIMIT_NOFILE, kMostDescriptors);
      limit_processor_time(time);
      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#if ALOUD_HAS_FILTER
      if (filtering && !filter.install()) _exit(kNotStarted);
#endif
      static constexpr std::array<const char*, 4> kEnvironment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent",
                                                                  nullptr};
      if (chdir("/") == 0)
        execve(path.c_str(), const_cast<char* const*>(arguments.data()), const_cast<char* const*>(kEnvironment.data()));
      _exit(kNotStarted);
    }
    input_ = std::move(input);
    output_ = std::move(output);
    complaint_ = std::move(complaint);
  }
  ~Child() { end(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  bool started() const { return pid_ > 0; }

  enum class Outcome { done, overdue, too_much };

  /// Feeds it and listens until it has said all.
  Outcome talk(std::string_view bytes, std::size_t most, milliseconds time) {
    const auto deadline = MonotonicClock::now() + time;
    fcntl(input_.get(), F_SETFL, O_NONBLOCK);
    while (output_ || complaint_) {
      pollfd watched[] = {{input_.get(), POLLOUT, 0}, {output_.get(), POLLIN, 0}, {complaint_.get(), POLLIN, 0}};
      const auto left = std::chrono::duration_cast<milliseconds>(deadline - MonotonicClock::now());
      if (left.count() <= 0 || poll_for(watched, left) == 0) return Outcome::overdue;
      if (watched[0].revents != 0) feed(bytes);
      if (watched[1].revents != 0) hear(output_, text, most + 1);
      if (watched[2].revents != 0) hear(complaint_, complaints, kMostComplaint);
      if (text.size() > most) return Outcome::too_much;
    }
    return Outcome::done;
  }

  /// Its status as wait() has it; ends it, if it runs on.
  int end() {
    if (pid_ <= 0) return status_;
    if (output_ || complaint_) ::kill(pid_, SIGKILL);
    while (waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status_;
  }

  std::string text, complaints;

 private:
  void feed(std::string_view& bytes) {
    const ssize_t sent = bytes.empty() ? 0 : ::send(input_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    const bool gone = sent < 0 && errno != EINTR && errno != EAGAIN;
    if (bytes.empty() || gone) input_.reset();
  }

  // Beyond `most` it is heard, and forgotten.
  static void hear(UniqueDescriptor& from, std::string& into, std::size_t most) {
    std::array<char, kPiece> piece{};
    const ssize_t count = ::read(from.get(), piece.data(), piece.size());
    if (count == 0 || (count < 0 && errno != EINTR)) from.reset();
    if (count > 0) into.append(piece.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, into.size())));
  }

  pid_t pid_ = -1;
  int status_ = 0;
  UniqueDescriptor input_, output_, complaint_;
};

std::string first_line(const std::string& text) { return plain_line(text.substr(0, text.find('\n'))); }

}  // namespace

bool can_convert(const Conversion& conversion) { return !path_of(conversion.program).empty(); }

std::string convert(const Conversion& conversion, std::string_view bytes, const std::string& name, const ReaderLimits& limits) {
  const std::string program = conversion.program;
  const std::string what = std::string("is ") + conversion.what;
  const std::string path = path_of(program);
  if (path.empty())
    fail(name, what + ", which takes " + program + " to read: install it (apt install " + conversion.package +
                   "), or give --plain to read the file as it is written");
  const milliseconds time = limits.time + limits.time_per_mb * (bytes.size() / 1'000'000);
  const std::size_t memory = kMemoryFactor * (limits.memory + limits.memory_per_byte * bytes.size());
  Child child(conversion, path, memory, time);
  if (!child.started()) fail(name, what + ", and " + program + " does not start: " + describe_errno(errno));
  const Child::Outcome outcome =
      child.talk(bytes, kMostOutput + kMostOutputPerByte * bytes.size(), time * kWallPerProcessor + limits.patience);
  const int status = child.end();
  if (outcome == Child::Outcome::overdue) fail(name, what + ", and " + program + " did not finish in time (--read-time)");
  if (outcome == Child::Outcome::too_much) fail(name, what + ", and " + program + " makes too much text of it");
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::move(child.text);
  const std::string reason = first_line(child.complaints);
  fail(name, what + " that " + program + " cannot read: " + (reason.empty() ? describe_end(status) : reason));
}

}  // namespace aloud
