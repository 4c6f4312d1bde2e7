#include "cli/cli.h"

#include <cstdio>

#include "version.h"

namespace aloud::cli {

int run(int /*argc*/, char** /*argv*/) {
  std::puts(kSoftware);
  return 0;
}

}  // namespace aloud::cli
