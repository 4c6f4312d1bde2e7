#pragma once

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <vector>

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

#if ALOUD_HAS_FILTER
#if defined(__x86_64__)
inline constexpr std::uint32_t kFilteredArchitecture = AUDIT_ARCH_X86_64;
#else
inline constexpr std::uint32_t kFilteredArchitecture = AUDIT_ARCH_AARCH64;
#endif

/// A program of the kernel's filter machine (seccomp(2), bpf(4)), which sees the number of the call and its arguments, and
/// nothing that they point to. Each test answers, or falls through to the next.
class FilterProgram {
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

  /// From now on it judges every system call of this process, and of those that it becomes. Async-signal-safe. False where the
  /// kernel refuses. Requires: no_new_privs is set.
  bool install() noexcept {
    sock_fprog code{static_cast<unsigned short>(code_.size()), code_.data()};
    // SPEC_ALLOW: without it, kernels before 5.16 slow the process down against speculation attacks on itself.
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &code) == 0;
  }

 private:
  void add(int code, std::uint32_t value) { code_.push_back({static_cast<std::uint16_t>(code), 0, 0, value}); }
  std::vector<sock_filter> code_;
};

/// The low half of argument `index`; flags, descriptors and process numbers have no other. Both machines are little-endian.
inline std::size_t filtered_argument(std::size_t index) { return offsetof(seccomp_data, args) + 8 * index; }

#endif

}  // namespace aloud
