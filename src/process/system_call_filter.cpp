#include "process/system_call_filter.h"

#include <fcntl.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "process/filter_program.h"
#include "util/sanitizers.h"

namespace aloud {
namespace {

constexpr bool kSanitized = kAddressSanitizer || kThreadSanitizer;

#if ALOUD_HAS_FILTER

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

void allow_with_arguments(FilterProgram& program) {
  const auto deny_bits = [&](int call, std::size_t index, std::uint32_t bits) {
    program.for_call(call, [&] {
      program.load(filtered_argument(index));
      program.if_any_bit(bits, SECCOMP_RET_KILL_PROCESS);
      program.answer(SECCOMP_RET_ALLOW);
    });
  };
  deny_bits(SYS_mmap, 2, PROT_EXEC);
  deny_bits(SYS_mprotect, 2, PROT_EXEC);
  program.for_call(SYS_fcntl, [&] {
    program.load(filtered_argument(1));
    for (const int command : {F_DUPFD_CLOEXEC, F_GETFD, F_GETFL})
      program.if_equal(static_cast<std::uint32_t>(command), SECCOMP_RET_ALLOW);
    program.answer(SECCOMP_RET_KILL_PROCESS);
  });
  program.for_call(SYS_tgkill, [&] {  // abort() and raise() signal their own process
    program.load(filtered_argument(0));
    program.if_equal(static_cast<std::uint32_t>(getpid()), SECCOMP_RET_ALLOW);
    program.answer(SECCOMP_RET_KILL_PROCESS);
  });
  program.for_call(SYS_ioctl, [&] { program.answer(SECCOMP_RET_ERRNO | ENOTTY); });  // "is this a terminal?"
}

/// What names a file is asked of data_files.h, unless it would write.
void trap_names(FilterProgram& program) {
  constexpr std::uint32_t kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
  const auto trap_opening = [&](int call, std::size_t flags) {
    program.for_call(call, [&] {
      program.load(filtered_argument(flags));
      program.if_any_bit(kWriting, SECCOMP_RET_KILL_PROCESS);
      program.answer(SECCOMP_RET_TRAP);
    });
  };
  trap_opening(SYS_openat, 2);
#ifdef SYS_open
  trap_opening(SYS_open, 1);
#endif
  program.for_call(SYS_newfstatat, [&] {  // also what fstat() is made of
    program.load(filtered_argument(3));
    program.if_any_bit(AT_EMPTY_PATH, SECCOMP_RET_ALLOW);
    program.answer(SECCOMP_RET_TRAP);
  });
}

FilterProgram filter() {
  FilterProgram program;
  program.load(offsetof(seccomp_data, arch));
  program.unless_equal(kFilteredArchitecture, SECCOMP_RET_KILL_PROCESS);
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
  FilterProgram program = filter();
  return program.install();
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
