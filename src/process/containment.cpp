#include "process/containment.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fstream>
#include <vector>

namespace aloud {
namespace {

constexpr rlim_t kMostDescriptors = 40;

void limit(__rlimit_resource resource, rlim_t value) {
  rlimit now{};
  getrlimit(resource, &now);
  now.rlim_cur = std::min(value, now.rlim_max);
  now.rlim_max = now.rlim_cur;
  setrlimit(resource, &now);
}

/// Pages of address space and of private data in use, from /proc/self/statm (proc(5)).
struct Pages {
  rlim_t total = 0, data = 0;
};

Pages pages_in_use() {
  std::ifstream file("/proc/self/statm");
  rlim_t resident = 0, shared = 0, text = 0, library = 0;
  Pages pages;
  file >> pages.total >> resident >> shared >> text >> library >> pages.data;
  return pages;
}

}  // namespace

void die_with_parent(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);  // it died before the line above
}

void leave_inheritance(std::span<const int> keep) {
  for (int signal = 1; signal < NSIG; ++signal) std::signal(signal, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  for (int stream = 0; stream <= 2; ++stream) dup2(nowhere, stream);
  std::vector<int> kept(keep.begin(), keep.end());
  std::sort(kept.begin(), kept.end());
  unsigned next = 3;
  for (const int descriptor : kept) {
    const auto number = static_cast<unsigned>(descriptor);
    if (next < number) close_range(next, number - 1, 0);
    next = std::max(next, number + 1);
  }
  close_range(next, ~0U, 0);
}

void limit_resources(std::size_t memory) {
  const Pages pages = pages_in_use();
  const auto page = static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
  if (pages.total > 0) limit(RLIMIT_AS, pages.total * page + memory);
  if (pages.data > 0) limit(RLIMIT_DATA, pages.data * page + memory);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, kMostDescriptors);
  prctl(PR_SET_DUMPABLE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

void limit_processor_time(std::chrono::milliseconds time) {
  rlimit seconds{};
  getrlimit(RLIMIT_CPU, &seconds);
  const rlim_t wanted = static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(time).count()) + 1;
  seconds.rlim_max = std::min(wanted + 1, seconds.rlim_max);
  seconds.rlim_cur = std::min(wanted, seconds.rlim_max);  // SIGXCPU, which says why; SIGKILL a second later
  setrlimit(RLIMIT_CPU, &seconds);
}

std::string describe_end(int wait_status) {
  if (WIFEXITED(wait_status)) return "ended without a result (exit code " + std::to_string(WEXITSTATUS(wait_status)) + ")";
  const int signal = WTERMSIG(wait_status);
  if (signal == SIGSYS) return "made a forbidden system call";
  if (signal == SIGXCPU) return "used too much processor time";
  const char* name = sigabbrev_np(signal);
  return std::string(signal == SIGKILL ? "was killed (SIG" : "crashed (SIG") +
         (name != nullptr ? name : std::to_string(signal)) + ")";
}

}  // namespace aloud
