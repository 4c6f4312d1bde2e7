#pragma once

#include <string>

namespace aloud {

/// The cores that this process may use, at least 1: those it may be scheduled on, but no more than its control group's
/// processor quota pays for (rounded up).
unsigned usable_cores();

/// Cores that cpu.max ("QUOTA PERIOD" in microseconds, or "max PERIOD"; cgroups(7)) pays for in the control group `group`
/// ("/a/b") and in those above it, in the hierarchy mounted at `root`, rounded up; 0 where none sets a limit.
unsigned cores_of_quota(std::string group, const std::string& root = "/sys/fs/cgroup");

}  // namespace aloud
