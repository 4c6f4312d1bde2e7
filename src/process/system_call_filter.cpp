#include "process/system_call_filter.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "util/sanitizers.h"

// What the filter names differs by architecture, and so do its numbers: elsewhere there is none.
#if defined(__x86_64__) || defined(__aarch64__)
#define ALOUD_HAS_FILTER 1
#else
#define ALOUD_HAS_FILTER 0
#endif

#ifndef SECCOMP_FILTER_FLAG_SPEC_ALLOW
#define SECCOMP_FILTER_FLAG_SPEC_ALLOW (1UL << 2)
#endif

namespace aloud {
namespace {

constexpr bool kSanitized = kAddressSanitizer || kThreadSanitizer;

#if ALOUD_HAS_FILTER
#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#else
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#endif

/// What synthesis and encoding use: memory, locks, the clock, what is open already, the end. sysinfo is qsort's.
constexpr int kAllowed[] = {
    SYS_read,          SYS_write,        SYS_readv,          SYS_writev,      SYS_lseek,           SYS_close,
    SYS_fstat,         SYS_munmap,       SYS_mremap,         SYS_brk,         SYS_madvise,         SYS_futex,
    SYS_rt_sigaction,  SYS_rt_sigreturn, SYS_rt_sigprocmask, SYS_getpid,      SYS_gettid,          SYS_getrandom,
    SYS_clock_gettime, SYS_gettimeofday, SYS_nanosleep,      SYS_sched_yield, SYS_clock_nanosleep, SYS_restart_syscall,
#ifdef SYS_pause
    SYS_pause,
#endif
    SYS_ppoll,         SYS_sysinfo,      SYS_exit,           SYS_exit_group};

/// A program of the kernel's filter machine (seccomp(2), bpf(4)), which sees the number of the call and its arguments, and
/// nothing that they point to. Each test answers, or falls through to the next.
class Program {
 public:
  void load(std::size_t offset) { add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)); }
  void answer(std::uint32_t what) { add(BPF_RET | BPF_K, what); }
  void if_equal(std::uint32_t value, std::uint32_t what) {
    code_.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 1, value});
    answer(what);
  }
  void unless_equal(std::uint32_t value, std::uint32_t what) {
    code_.push_back({BPF_JMP | BPF_JEQ | BPF_K, 1, 0, value});
    answer(what);
  }
  void if_any_bit(std::uint32_t bits, std::uint32_t what) {
    code_.push_back({BPF_JMP | BPF_JSET | BPF_K, 0, 1, bits});
    answer(what);
  }

  /// `rest` runs for system call `number` alone, and must answer.
  template <typename Rest>
  void for_call(int number, Rest rest) {
    const std::size_t jump = code_.size();
    code_.push_back({BPF_JMP | BPF_JEQ | BPF_K, 0, 0, static_cast<std::uint32_t>(number)});
    rest();
    code_[jump].jf = static_cast<std::uint8_t>(code_.size() - jump - 1);
  }

  sock_fprog view() { return {static_cast<unsigned short>(code_.size()), code_.data()}; }

 private:
  void add(int code, std::uint32_t value) { code_.push_back({static_cast<std::uint16_t>(code), 0, 0, value}); }
  std::vector<sock_filter> code_;
};

/// The low half of argument `index`; flags, descriptors and process numbers have no other. Both machines are little-endian.
std::size_t argument(std::size_t index) { return offsetof(seccomp_data, args) + 8 * index; }

void allow_with_arguments(Program& program) {
  const auto deny_bits = [&](int call, std::size_t index, std::uint32_t bits) {
    program.for_call(call, [&] {
      program.load(argument(index));
      program.if_any_bit(bits, SECCOMP_RET_KILL_PROCESS);
      program.answer(SECCOMP_RET_ALLOW);
    });
  };
  deny_bits(SYS_mmap, 2, PROT_EXEC);
  deny_bits(SYS_mprotect, 2, PROT_EXEC);
  program.for_call(SYS_fcntl, [&] {
    program.load(argument(1));
    for (const int command : {F_DUPFD_CLOEXEC, F_GETFD, F_GETFL})
      program.if_equal(static_cast<std::uint32_t>(command), SECCOMP_RET_ALLOW);
    program.answer(SECCOMP_RET_KILL_PROCESS);
  });
  program.for_call(SYS_tgkill, [&] {  // abort() and raise() signal their own process
    program.load(argument(0));
    program.if_equal(static_cast<std::uint32_t>(getpid()), SECCOMP_RET_ALLOW);
    program.answer(SECCOMP_RET_KILL_PROCESS);
  });
  program.for_call(SYS_ioctl, [&] { program.answer(SECCOMP_RET_ERRNO | ENOTTY); });  // "is this a terminal?"
}

/// What names a file is asked of data_files.h, unless it would write.
void trap_names(Program& program) {
  constexpr std::uint32_t kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
  const auto trap_opening = [&](int call, std::size_t flags) {
    program.for_call(call, [&] {
      program.load(argument(flags));
      program.if_any_bit(kWriting, SECCOMP_RET_KILL_PROCESS);
      program.answer(SECCOMP_RET_TRAP);
    });
  };
  trap_opening(SYS_openat, 2);
#ifdef SYS_open
  trap_opening(SYS_open, 1);
#endif
  program.for_call(SYS_newfstatat, [&] {  // also what fstat() is made of
    program.load(argument(3));
    program.if_any_bit(AT_EMPTY_PATH, SECCOMP_RET_ALLOW);
    program.answer(SECCOMP_RET_TRAP);
  });
}

Program filter() {
  Program program;
  program.load(offsetof(seccomp_data, arch));
  program.unless_equal(kArchitecture, SECCOMP_RET_KILL_PROCESS);
  program.load(offsetof(seccomp_data, nr));
  for (const int call : kAllowed) program.if_equal(static_cast<std::uint32_t>(call), SECCOMP_RET_ALLOW);
  allow_with_arguments(program);
  trap_names(program);
  program.answer(SECCOMP_RET_KILL_PROCESS);
  return program;
}

/// Asks the kernel for the two answers that the filter gives; the first asks for the whole machinery, too.
bool kernel_has_filters() {
  for (const std::uint32_t action : {SECCOMP_RET_KILL_PROCESS, SECCOMP_RET_TRAP})
    if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) != 0) return false;
  return true;
}

bool set_filter() {
  Program program = filter();
  sock_fprog code = program.view();
  // SPEC_ALLOW: without it, kernels before 5.16 slow the process down against speculation attacks on itself.
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &code) == 0;
}
#else
bool kernel_has_filters() { return false; }
bool set_filter() { return false; }
#endif

}  // namespace

bool can_filter_system_calls() { return !kSanitized && kernel_has_filters(); }

bool lacks_system_call_filter() { return !kSanitized && !kernel_has_filters(); }

bool filter_system_calls() { return can_filter_system_calls() && set_filter(); }

}  // namespace aloud
