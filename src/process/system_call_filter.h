#pragma once

namespace aloud {

/// Whether this build and the kernel it runs on can filter system calls: Linux 4.14 or later on x86-64 or AArch64, nothing in
/// between that says otherwise (some sandboxes and emulators do), and no sanitizer, which needs files and processes of its own.
bool can_filter_system_calls();

/// Whether speech runs without the filter here though no sanitizer asks for that: what a user has to be told.
bool lacks_system_call_filter();

/// Leaves this process memory, the clock, reading and writing what is open, sleeping, and its end. A call to open a file for
/// reading, or to look at one by name, raises SIGSYS (siginfo: SYS_SECCOMP) for data_files.h to answer; any other system call
/// (open for writing, execve, socket, fork, clone, ptrace, kill, …) ends the process with SIGSYS at once. Cannot be undone.
/// False if can_filter_system_calls() is, or the kernel refuses. Requires: one thread; no_new_privs is set.
bool filter_system_calls();

}  // namespace aloud
