#pragma once

#include <sys/types.h>
#include <chrono>
#include <cstddef>
#include <span>
#include <string>

namespace aloud {

/// Ties this process's life to its parent's: the kernel kills it when the parent dies. Ends it at once if `parent` is dead
/// already.
void die_with_parent(pid_t parent);

/// Default signal handling and an empty signal mask, whatever was inherited; standard streams go nowhere; every other
/// descriptor but `keep` is closed.
void leave_inheritance(std::span<const int> keep);

/// Limits for a fork server and its children, set once the engine is initialised: no file grows, no core is dumped (nor handed
/// to a crash collector), 40 descriptors, `memory` bytes beyond what is in use now, no privileges through execve.
void limit_resources(std::size_t memory);

/// Limit for a child: processor seconds, a second more than `time`.
void limit_processor_time(std::chrono::milliseconds time);

/// "crashed (SIGABRT)", "ended without a result (exit code 3)", … for what waitpid() reported.
std::string describe_end(int wait_status);

}  // namespace aloud
