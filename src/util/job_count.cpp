#include "util/job_count.h"

#include <sched.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>

namespace aloud {
namespace {

unsigned quota_of(const std::string& directory) {
  std::ifstream file(directory + "/cpu.max");
  double quota = 0, period = 0;
  if (!(file >> quota >> period) || quota <= 0 || period <= 0) return 0;
  return static_cast<unsigned>(std::clamp(std::ceil(quota / period), 1.0, 1e6));
}

/// Path of this process's group in the unified hierarchy (cgroups(7)), or "".
std::string control_group() {
  std::ifstream file("/proc/self/cgroup");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("0::/")) return line.substr(3);
  return {};
}

}  // namespace

unsigned usable_cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  unsigned cores = sched_getaffinity(0, sizeof set, &set) == 0 ? static_cast<unsigned>(CPU_COUNT(&set)) : 1;
  const unsigned quota = cores_of_quota(control_group());
  if (quota > 0) cores = std::min(cores, quota);
  return std::max(cores, 1U);
}

unsigned cores_of_quota(std::string group, const std::string& root) {
  unsigned least = 0;
  for (; !group.empty(); group.erase(group.rfind('/'))) {
    const unsigned quota = quota_of(root + (group == "/" ? "" : group));
    if (quota > 0) least = least == 0 ? quota : std::min(least, quota);
  }
  return least;
}

}  // namespace aloud
