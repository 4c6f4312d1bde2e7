#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aloud {

struct CommandLimits {
  std::chrono::milliseconds time{30000};             ///< wall time
  std::size_t memory = std::size_t{4096} << 20;      ///< bytes of address space
  std::size_t most_output = std::size_t{256} << 20;  ///< bytes on standard output, and in a file
};

/// How a program ended that was run.
struct CommandResult {
  std::string output;
  std::string complaint;  ///< the last line of what it wrote on standard error
  std::string failure;    ///< "ended with exit code 3", "took longer than 30 s"; empty: it ended well
};

/// Runs a program (found by PATH if it has no '/') in a process group of its own, which is killed when it ends, when it is
/// late, and when the calling process dies. `input` goes to its standard input. Any thread may call. On failure (no process)
/// throws Error{synthesis}; that the program is not there is told by the result.
CommandResult run_command(const std::vector<std::string>& arguments, std::string_view input, const CommandLimits& limits);

}  // namespace aloud
