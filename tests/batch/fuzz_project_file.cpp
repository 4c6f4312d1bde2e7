#include <cstdint>
#include <cstdlib>

#include "batch/project_file.h"
#include "util/error.h"

// Any text is a project, or an error with its place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    aloud::parse_project({reinterpret_cast<const char*>(data), size}, "aloud.toml");
  } catch (const aloud::Error& error) {
    if (error.place().path != "aloud.toml" || error.place().line == 0) std::abort();
  }
  return 0;
}
