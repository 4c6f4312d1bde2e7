#pragma once

namespace aloud {

/// Whether this build can filter system calls: Linux on x86-64 or AArch64, and no sanitizer, which needs files and processes of
/// its own.
bool can_filter_system_calls();

/// Leaves this process memory, the clock, reading and writing what is open, sleeping, and its end. A call to open a file for
/// reading, or to look at one by name, raises SIGSYS (siginfo: SYS_SECCOMP) for data_files.h to answer; any other system call
/// (open for writing, execve, socket, fork, clone, ptrace, kill, …) ends the process with SIGSYS at once. Cannot be undone.
/// False if the kernel has no such filters. Requires: one thread; no_new_privs is set.
bool filter_system_calls();

}  // namespace aloud
