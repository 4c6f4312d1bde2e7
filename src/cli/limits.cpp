#include "cli/limits.h"

#include "cli/cache_options.h"

namespace aloud::cli {

ReaderLimits limits_of(const LimitArguments& arguments) {
  ReaderLimits limits;
  limits.memory = parse_size(arguments.memory, "--read-memory");
  limits.time = std::chrono::seconds(arguments.seconds);
  return limits;
}

}  // namespace aloud::cli
