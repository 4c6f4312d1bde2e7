#include "process/data_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <filesystem>

namespace aloud {
namespace {

struct DataFile {
  std::string path;
  int descriptor = -1;
  int error = 0;
};

// What a signal handler needs stands in globals.
std::vector<DataFile> files;
void (*report_missing)(const char*) = nullptr;
bool no_file_is_there = false;

/// Arguments and result of a system call, in the registers where the interrupted code left and expects them.
class InterruptedCall {
 public:
  explicit InterruptedCall(void* context) : registers_(static_cast<ucontext_t*>(context)->uc_mcontext) {}

#if defined(__x86_64__)
  std::uintptr_t argument(int index) const {
    constexpr int kRegisters[] = {REG_RDI, REG_RSI, REG_RDX, REG_R10};
    return static_cast<std::uintptr_t>(registers_.gregs[kRegisters[index]]);
  }
  void answer(long result) { registers_.gregs[REG_RAX] = result; }
#elif defined(__aarch64__)
  std::uintptr_t argument(int index) const { return registers_.regs[index]; }
  void answer(long result) { registers_.regs[0] = static_cast<std::uint64_t>(result); }
#else
  std::uintptr_t argument(int) const { return 0; }
  void answer(long) {}
#endif

 private:
  mcontext_t& registers_;
};

const DataFile& file_named(const char* path) {
  for (const DataFile& file : files)
    if (file.path == path) return file;
  report_missing(path);
  _exit(0);
}

/// A descriptor of its own, which the caller will close; the offset is shared, but files are read one after the other.
long open_again(const DataFile& file) {
  if (file.error != 0) return -file.error;
  lseek(file.descriptor, 0, SEEK_SET);
  const int copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0);
  return copy < 0 ? -errno : copy;
}

long describe(const DataFile& file, struct stat* status) {
  if (file.error != 0) return -file.error;
  return fstat(file.descriptor, status) < 0 ? -errno : 0;
}

[[noreturn]] void forbidden() {
  std::signal(SIGSYS, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGSYS);
  sigprocmask(SIG_UNBLOCK, &set, nullptr);
  std::raise(SIGSYS);
  _exit(1);
}

void on_system_call(int, siginfo_t* info, void* context) {
  const int kept_errno = errno;
  InterruptedCall call(context);
  if (no_file_is_there) {
    call.answer(-ENOENT);
    errno = kept_errno;
    return;
  }
  const bool relative = info->si_syscall == SYS_openat || info->si_syscall == SYS_newfstatat;
  if (relative && static_cast<int>(call.argument(0)) != AT_FDCWD) forbidden();
  const auto* path = reinterpret_cast<const char*>(call.argument(relative ? 1 : 0));
  if (path == nullptr || *path != '/') forbidden();
  if (info->si_syscall == SYS_newfstatat) {
    call.answer(describe(file_named(path), reinterpret_cast<struct stat*>(call.argument(2))));
  } else {
    call.answer(open_again(file_named(path)));
  }
  errno = kept_errno;
}

}  // namespace

void open_data_files(const std::vector<std::string>& paths) {
  files.reserve(paths.size());
  for (const std::string& path : paths) {
    DataFile file{path, open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK), 0};
    if (file.descriptor < 0) file.error = errno;
    files.push_back(std::move(file));
  }
}

void answer_from_data_files(void (*missing)(const char* path)) {
  report_missing = missing;
  struct sigaction action {};
  action.sa_sigaction = on_system_call;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSYS, &action, nullptr);
}

void answer_that_no_file_is_there() {
  no_file_is_there = true;
  answer_from_data_files(nullptr);
}

bool is_data_file(const std::string& path, const std::string& directory) {
  namespace fs = std::filesystem;
  if (directory.empty() || path.empty() || path.front() != '/') return false;
  std::error_code error;
  const fs::path root = fs::canonical(directory, error);
  if (error) return false;
  const fs::path real = fs::weakly_canonical(path, error);
  if (error || !real.string().starts_with(root.string() + '/')) return false;
  return fs::is_regular_file(real, error) || !fs::exists(real, error);
}

}  // namespace aloud
